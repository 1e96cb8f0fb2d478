-- name: InsertEvent :exec
INSERT INTO events (id, at, kind, actor_id, job_id, invitation_id, referral_id, proposal_id, message_id, till)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- name: Event :one
SELECT * FROM events WHERE id = $1;

-- name: EventsOfReferral :many
SELECT * FROM events WHERE referral_id = $1 ORDER BY at, id;

-- name: EventsOfInvitation :many
SELECT * FROM events WHERE invitation_id = $1 ORDER BY at, id;

-- name: EventsOfProposal :many
SELECT * FROM events WHERE proposal_id = $1 ORDER BY at, id;

-- name: InsertTask :execrows
INSERT INTO tasks (name, kind, subject, event_id, party, person_id, letter, only_state, payload, due)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (name) DO NOTHING;

-- name: NextDue :one
SELECT due FROM tasks WHERE done_at IS NULL AND NOT stuck ORDER BY due, name LIMIT 1;

-- name: FinishTask :execrows
UPDATE tasks SET done_at = $2, payload = '', problem = '', leased_until = NULL WHERE name = $1 AND done_at IS NULL;

-- name: RetryTask :execrows
UPDATE tasks SET due = $2, tries = tries + 1, problem = $3, stuck = $4, leased_until = NULL WHERE name = $1 AND done_at IS NULL;

-- name: ReleaseTask :execrows
UPDATE tasks SET stuck = FALSE, tries = 0, due = $2 WHERE name = $1 AND stuck AND done_at IS NULL;

-- name: TasksInTrouble :many
SELECT * FROM tasks WHERE done_at IS NULL AND tries > 0 ORDER BY due, name LIMIT 200;

-- name: CountOpenTasks :one
SELECT count(*) FROM tasks WHERE done_at IS NULL;

-- name: Letter :one
SELECT * FROM letters WHERE task = $1;

-- name: InsertLetter :execrows
INSERT INTO letters (task, person_id, event_id, kind, message_id, address, subject, text, html, written_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING;

-- name: LetterSent :execrows
UPDATE letters SET sent_at = $2, text = $3, html = $4 WHERE task = $1 AND sent_at IS NULL;

-- name: CountLetters :one
SELECT count(*) FROM letters WHERE sent_at IS NOT NULL;

-- name: InsertOnce :execrows
INSERT INTO once (key, person_id, led_to, at) VALUES ($1, $2, '', $3) ON CONFLICT (key) DO NOTHING;

-- name: Once :one
SELECT * FROM once WHERE key = $1;

-- name: OnceLedTo :exec
UPDATE once SET led_to = $2 WHERE key = $1;

-- name: ForgetOnce :exec
DELETE FROM once WHERE at < $1;

-- name: Setting :one
SELECT value FROM settings WHERE name = $1;

-- name: SaveSetting :exec
INSERT INTO settings (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value;

-- name: Waiting :many
SELECT * FROM waiting WHERE person_id = $1;
