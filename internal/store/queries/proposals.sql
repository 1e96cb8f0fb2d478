-- name: Proposal :one
SELECT * FROM proposal_story WHERE id = $1;

-- name: ProposalOf :one
SELECT * FROM proposal_story WHERE job_id = $1 AND freelancer_id = $2 AND proposal_status IN ('submitted', 'shortlisted', 'hired');

-- name: ProposalsOfJob :many
SELECT * FROM proposal_story WHERE job_id = $1 ORDER BY made_at, id;

-- name: ProposalsOfFreelancer :many
SELECT * FROM proposal_story WHERE freelancer_id = $1 ORDER BY made_at DESC, id LIMIT 500;

-- name: InsertProposal :exec
INSERT INTO proposals (id, job_id, freelancer_id, source, status, reason, rate_amount, rate_currency, letter,
  invitation_id, referral_id, made_at, decided_at, opened)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14);

-- name: UpdateProposal :execrows
UPDATE proposals SET status = $2, reason = $3, rate_amount = $4, rate_currency = $5, letter = $6, decided_at = $7, opened = $8
WHERE id = $1 AND status = $9;

-- name: InsertMessage :exec
INSERT INTO messages (id, proposal_id, author_id, text, sent_at) VALUES ($1, $2, $3, $4, $5);

-- name: MessagesOf :many
SELECT m.id, m.proposal_id, m.author_id, p.name AS author_name, m.text, m.sent_at
FROM messages m JOIN people p ON p.id = m.author_id WHERE m.proposal_id = $1 ORDER BY m.sent_at, m.id;

-- name: Message :one
SELECT m.id, m.proposal_id, m.author_id, p.name AS author_name, m.text, m.sent_at
FROM messages m JOIN people p ON p.id = m.author_id WHERE m.id = $1;

-- name: ThreadsOf :many
SELECT p.id, p.job_id, j.title, p.freelancer_id, f.name AS freelancer_name, j.client_id, c.name AS client_name,
  m.author_id, m.text, m.sent_at
FROM proposals p
JOIN jobs j ON j.id = p.job_id
JOIN people f ON f.id = p.freelancer_id
JOIN people c ON c.id = j.client_id
JOIN messages m ON m.proposal_id = p.id
WHERE p.opened AND (p.freelancer_id = $1 OR j.client_id = $1)
  AND NOT EXISTS (SELECT 1 FROM messages n WHERE n.proposal_id = p.id AND (n.sent_at > m.sent_at OR n.sent_at = m.sent_at AND n.id > m.id))
ORDER BY m.sent_at DESC, p.id LIMIT 500;

-- name: LastMessage :one
SELECT m.id, m.proposal_id, m.author_id, p.name AS author_name, m.text, m.sent_at
FROM messages m JOIN people p ON p.id = m.author_id WHERE m.proposal_id = $1 ORDER BY m.sent_at DESC, m.id DESC LIMIT 1;
