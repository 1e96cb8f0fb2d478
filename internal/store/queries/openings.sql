-- name: InsertOpening :exec
INSERT INTO openings (id, referral_id, person_id, reason, hand_over, at) VALUES ($1, $2, $3, $4, $5, $6);

-- name: Opening :one
SELECT o.*, p.name AS person_name FROM openings o JOIN people p ON p.id = o.person_id WHERE o.id = $1;

-- name: OpeningsOfReferral :many
SELECT o.*, p.name AS person_name FROM openings o JOIN people p ON p.id = o.person_id WHERE o.referral_id = $1 ORDER BY o.at, o.id;

-- name: TasksAbout :many
SELECT * FROM tasks WHERE subject = $1 ORDER BY due, name;

-- name: SaveDefaultPolicy :exec
UPDATE people SET default_policy = $2 WHERE id = $1;
