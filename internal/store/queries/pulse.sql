-- name: PutToClient :many
SELECT r.state, r.said_yes_at, r.ended_at, m.sent_at, p.status, p.decided_at
FROM referrals r JOIN jobs j ON j.id = r.job_id
LEFT JOIN proposals p ON p.id = r.proposal_id
LEFT JOIN messages m ON m.id = (SELECT f.id FROM messages f WHERE f.proposal_id = r.proposal_id AND f.author_id = j.client_id ORDER BY f.sent_at, f.id LIMIT 1)
WHERE j.client_id = $1 AND r.said_yes_at IS NOT NULL AND r.ended_at IS NOT NULL
  AND (r.state IN ('introduced', 'not_approved') OR r.state = 'expired' AND r.how = 'client_silent')
ORDER BY r.said_yes_at DESC, r.id LIMIT 200;
