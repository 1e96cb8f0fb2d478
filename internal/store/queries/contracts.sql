-- name: Contract :one
SELECT * FROM contracts WHERE proposal_id = $1;

-- name: InsertContract :exec
INSERT INTO contracts (proposal_id, state, started_at) VALUES ($1, $2, $3);

-- name: UpdateContract :execrows
UPDATE contracts SET state = $2, ended_at = $3, say_until = $4, client_rating = $5, client_again = $6, client_at = $7,
  freelancer_rating = $8, freelancer_again = $9, freelancer_at = $10
WHERE proposal_id = $1 AND state = $11;

-- name: RecordOfFreelancer :one
SELECT count(*) AS finished,
  count(CASE WHEN c.client_again <> '' AND (c.freelancer_again <> '' OR c.say_until <= $2) THEN 1 END) AS asked,
  count(CASE WHEN c.client_again = 'yes' AND (c.freelancer_again <> '' OR c.say_until <= $2) THEN 1 END) AS again
FROM contracts c JOIN proposals p ON p.id = c.proposal_id JOIN jobs j ON j.id = p.job_id
WHERE p.freelancer_id = $1 AND c.state = 'finished' AND j.visibility <> 'private';

-- name: RecordOfClient :one
SELECT count(*) AS finished,
  count(CASE WHEN c.freelancer_again <> '' AND (c.client_again <> '' OR c.say_until <= $2) THEN 1 END) AS asked,
  count(CASE WHEN c.freelancer_again = 'yes' AND (c.client_again <> '' OR c.say_until <= $2) THEN 1 END) AS again
FROM contracts c JOIN proposals p ON p.id = c.proposal_id JOIN jobs j ON j.id = p.job_id
WHERE j.client_id = $1 AND c.state = 'finished' AND j.visibility <> 'private';
