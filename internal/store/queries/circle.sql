-- name: Tie :one
SELECT * FROM circles WHERE one_id = $1 AND other_id = $2;

-- name: SaveTie :exec
INSERT INTO circles (one_id, other_id, asker_id, asked_at, confirmed_at, one_agrees, other_agrees, declined, taken_back, till)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
ON CONFLICT (one_id, other_id) DO UPDATE SET asker_id = excluded.asker_id, asked_at = excluded.asked_at,
  confirmed_at = excluded.confirmed_at, one_agrees = excluded.one_agrees, other_agrees = excluded.other_agrees,
  declined = excluded.declined, taken_back = excluded.taken_back, till = excluded.till;

-- name: DeleteTie :exec
DELETE FROM circles WHERE one_id = $1 AND other_id = $2;

-- name: CountCircleAsks :one
SELECT count(*) FROM circles WHERE asker_id = $1 AND asked_at > $2 AND confirmed_at IS NULL;

-- name: TiesOf :many
SELECT c.*, p.id AS colleague_id, p.name, p.time_zone, p.handle, p.headline
FROM circles c JOIN people p ON p.id <> $1 AND p.id IN (c.one_id, c.other_id)
WHERE c.one_id = $1 OR c.other_id = $1 ORDER BY p.name, p.id;

-- name: Circles :many
SELECT one_id, other_id FROM circles WHERE confirmed_at IS NOT NULL ORDER BY one_id, other_id;

-- name: CircleOf :many
SELECT one_id, other_id FROM circles WHERE confirmed_at IS NOT NULL AND (one_id = $1 OR other_id = $1) ORDER BY one_id, other_id;

-- name: PassedOnBy :many
SELECT i.id, i.reason, s.skill FROM invitations i
JOIN jobs j ON j.id = i.job_id AND j.visibility <> 'private'
JOIN job_skills s ON s.job_id = j.id
WHERE i.freelancer_id = $1 AND i.state = 'declined' AND i.ended_at >= $2 ORDER BY i.id, s.place;

-- name: EventsBy :many
SELECT * FROM events WHERE actor_id = $1 AND kind = $2 ORDER BY at, id;
