-- name: InsertDoor :exec
INSERT INTO doors (id, email, token, code, browser, go_to, asked_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8);

-- name: DoorByToken :one
SELECT * FROM doors WHERE token = $1;

-- name: DoorOfBrowser :one
SELECT * FROM doors WHERE browser = $1 ORDER BY asked_at DESC, id DESC LIMIT 1;

-- name: TryDoor :execrows
UPDATE doors SET tries = tries + 1 WHERE id = $1 AND tries < $2 AND used_at IS NULL;

-- name: UseDoor :execrows
UPDATE doors SET used_at = $2 WHERE id = $1 AND used_at IS NULL;

-- name: ForgetDoors :exec
DELETE FROM doors WHERE expires_at < $1;

-- name: InsertActionLink :exec
INSERT INTO action_links (token, person_id, referral_id, purpose, expires_at) VALUES ($1, $2, $3, $4, $5);

-- name: ActionLink :one
SELECT * FROM action_links WHERE token = $1;

-- name: UseActionLink :execrows
UPDATE action_links SET used_at = $2 WHERE token = $1 AND used_at IS NULL;

-- name: FindSession :one
SELECT data FROM sessions WHERE token = $1 AND expires_at > $2;

-- name: SaveSession :exec
INSERT INTO sessions (token, data, expires_at) VALUES ($1, $2, $3)
ON CONFLICT (token) DO UPDATE SET data = excluded.data, expires_at = excluded.expires_at;

-- name: DeleteSession :exec
DELETE FROM sessions WHERE token = $1;

-- name: ForgetSessions :exec
DELETE FROM sessions WHERE expires_at < $1;
