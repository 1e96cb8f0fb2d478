-- name: InsertReview :exec
INSERT INTO reviews (id, referral_id, job_id, author_id, note, hand_over, found, state, was, opened_at, till)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);

-- name: UpdateReview :execrows
UPDATE reviews SET note = $2, hand_over = $3, found = $4, state = $5, till = $6, ground = $7, words = $8, decided_by = $9,
  decided_at = $10, contest = $11, contested_at = $12, answer = $13, answered_by = $14, answered_at = $15
WHERE id = $1 AND state = $16;

-- name: Review :one
SELECT * FROM review_story WHERE id = $1;

-- name: ReviewsOfReferral :many
SELECT * FROM review_story WHERE referral_id = $1 ORDER BY opened_at DESC, id DESC;

-- name: ReviewsOfJob :many
SELECT * FROM review_story WHERE job_id = $1 AND referral_id = '' ORDER BY opened_at DESC, id DESC;

-- name: OpenReviews :many
SELECT * FROM review_story WHERE state IN ('waiting', 'contested') ORDER BY opened_at, id LIMIT 500;

-- name: EventsOfHeldJob :many
SELECT * FROM events WHERE job_id = $1 AND kind IN ('job_held', 'job_released', 'job_refused', 'review_answered') AND referral_id = '' ORDER BY at, id;

-- name: CountOpenReviews :one
SELECT count(*) FROM reviews WHERE state IN ('waiting', 'contested');

-- name: CountAllowed :one
SELECT count(*) FROM reviews WHERE author_id = $1 AND state IN ('released', 'overturned') AND note = $2 AND hand_over = $3;

-- name: InsertTrail :exec
INSERT INTO review_trail (id, review_id, person_id, at, what, ground, why) VALUES ($1, $2, $3, $4, $5, $6, $7);

-- name: TrailOfReview :many
SELECT t.*, p.name AS person_name FROM review_trail t LEFT JOIN people p ON p.id = t.person_id
WHERE t.review_id = $1 ORDER BY t.at, t.id;

-- name: TrailOfReferral :many
SELECT t.*, p.name AS person_name FROM review_trail t
JOIN reviews v ON v.id = t.review_id
LEFT JOIN people p ON p.id = t.person_id
WHERE v.referral_id = $1 ORDER BY t.at, t.id;

-- name: InsertReport :execrows
INSERT INTO job_reports (job_id, person_id, ground, words, at, review_id) VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT DO NOTHING;

-- name: ReportsOfJob :many
SELECT r.*, p.name AS person_name FROM job_reports r JOIN people p ON p.id = r.person_id WHERE r.job_id = $1 ORDER BY r.at, r.person_id;

-- name: OpenReports :many
SELECT r.*, p.name AS person_name, j.title FROM job_reports r
JOIN people p ON p.id = r.person_id
JOIN jobs j ON j.id = r.job_id
WHERE r.review_id = '' ORDER BY r.at, r.job_id, r.person_id LIMIT 500;

-- name: CountOpenReports :one
SELECT count(*) FROM job_reports WHERE review_id = '';

-- name: TakeReports :exec
UPDATE job_reports SET review_id = $2 WHERE job_id = $1 AND review_id = '';
