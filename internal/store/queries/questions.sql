-- name: InsertQuestion :exec
INSERT INTO questions (id, referral_id, by_party, to_party, asker_id, asked_id, text, at, till) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- name: Question :one
SELECT * FROM questions WHERE id = $1;

-- name: QuestionsOfReferral :many
SELECT * FROM questions WHERE referral_id = $1 ORDER BY at, id;

-- name: AnswerQuestion :execrows
UPDATE questions SET answer = $2, answered_at = $3 WHERE id = $1 AND answered_at IS NULL;

-- name: InsertThanks :execrows
INSERT INTO thanks (referral_id, by_party, person_id, text, at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (referral_id, by_party) DO NOTHING;

-- name: ThanksOfReferral :many
SELECT * FROM thanks WHERE referral_id = $1 ORDER BY at, by_party;
