-- name: Reach :one
SELECT takes, away, away_till FROM reach WHERE person_id = $1;

-- name: SaveReach :exec
INSERT INTO reach (person_id, takes, away, away_till) VALUES ($1, $2, $3, $4)
ON CONFLICT (person_id) DO UPDATE SET takes = excluded.takes, away = excluded.away, away_till = excluded.away_till;

-- name: Asking :one
SELECT COALESCE(w.takes, '') AS takes, COALESCE(w.away, FALSE) AS away, COALESCE(w.away_till, '') AS away_till,
  (SELECT count(*) FROM circles c WHERE c.confirmed_at IS NOT NULL
    AND (c.one_id = p.id AND c.other_id = $2 OR c.other_id = p.id AND c.one_id = $2)) AS colleagues,
  (SELECT count(*) FROM blocks b WHERE b.person_id = p.id AND b.blocked_id IN ($2, $3)
    OR b.blocked_id = p.id AND b.person_id IN ($2, $3)) AS blocks,
  (SELECT count(*) FROM referrals r WHERE r.candidate_id = p.id AND r.state = 'awaiting_candidate' AND r.held_how = ''
    AND (r.deadline > $4 OR r.stands_since IS NOT NULL)) AS waiting,
  (SELECT count(*) FROM proposals h WHERE h.freelancer_id = p.id AND h.job_id = $5 AND h.status = 'hired') AS hired
FROM people p LEFT JOIN reach w ON w.person_id = p.id WHERE p.id = $1;

-- name: Block :exec
INSERT INTO blocks (person_id, blocked_id, at) VALUES ($1, $2, $3) ON CONFLICT (person_id, blocked_id) DO NOTHING;

-- name: Unblock :exec
DELETE FROM blocks WHERE person_id = $1 AND blocked_id = $2;

-- name: BlockedBy :many
SELECT p.id, p.name, p.time_zone FROM blocks b JOIN people p ON p.id = b.blocked_id
WHERE b.person_id = $1 ORDER BY b.at, p.id;

-- name: CountBlocks :one
SELECT count(*) FROM blocks WHERE person_id = $1 AND blocked_id = $2 OR person_id = $2 AND blocked_id = $1;

-- name: ReferralsBetween :many
SELECT id FROM referral_story WHERE state IN ('awaiting_candidate', 'awaiting_client')
  AND (candidate_id = $1 AND client_id = $2 OR candidate_id = $2 AND client_id = $1) ORDER BY job_id, id;
