-- name: HinderedFor :many
SELECT p.id, p.name, p.time_zone, COALESCE(w.takes, '') AS takes, COALESCE(w.away, FALSE) AS away, COALESCE(w.away_till, '') AS away_till,
  (SELECT count(*) FROM circles c WHERE c.confirmed_at IS NOT NULL
    AND (c.one_id = p.id AND c.other_id = $1 OR c.other_id = p.id AND c.one_id = $1)) AS colleagues,
  (SELECT count(*) FROM blocks b WHERE b.person_id = p.id AND b.blocked_id IN ($1, $2)
    OR b.blocked_id = p.id AND b.person_id IN ($1, $2)) AS blocks,
  (SELECT count(*) FROM referrals r WHERE r.candidate_id = p.id AND r.state = 'awaiting_candidate'
    AND (r.deadline > $3 OR r.stands_since IS NOT NULL)) AS waiting,
  (SELECT count(*) FROM proposals h WHERE h.freelancer_id = p.id AND h.job_id = $4 AND h.status = 'hired') AS hired
FROM people p LEFT JOIN reach w ON w.person_id = p.id
WHERE p.id IN (
  SELECT v.person_id FROM reach v
  UNION SELECT x.person_id FROM blocks x WHERE x.blocked_id IN ($1, $2)
  UNION SELECT y.blocked_id FROM blocks y WHERE y.person_id IN ($1, $2)
  UNION SELECT q.candidate_id FROM referrals q WHERE q.state = 'awaiting_candidate' AND q.candidate_id IS NOT NULL
  UNION SELECT z.freelancer_id FROM proposals z WHERE z.job_id = $4 AND z.status = 'hired')
ORDER BY p.id;

-- name: ReferredBy :many
SELECT candidate_id FROM referrals WHERE job_id = $1 AND referrer_id = $2 AND candidate_id IS NOT NULL AND email = '' AND state <> 'undone' ORDER BY id;

-- name: JobsOfPerson :many
SELECT j.id FROM jobs j WHERE j.id IN (
  SELECT i.job_id FROM invitations i WHERE i.freelancer_id = $1
  UNION SELECT p.job_id FROM proposals p WHERE p.freelancer_id = $1
  UNION SELECT r.job_id FROM referrals r WHERE r.candidate_id = $1 AND r.asked_at IS NOT NULL) ORDER BY j.id;

-- name: BlockedEitherWay :many
SELECT p.id FROM people p WHERE p.id IN (
  SELECT a.blocked_id FROM blocks a WHERE a.person_id = $1 UNION SELECT b.person_id FROM blocks b WHERE b.blocked_id = $1) ORDER BY p.id;

-- name: InsertRanking :execrows
INSERT INTO rankings (id, at, kind, job_id, reader_id, engine, weights, inputs, compared)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (id) DO NOTHING;

-- name: InsertRankingRow :exec
INSERT INTO ranking_rows (ranking_id, place, subject_id, points, parts, moved, moved_by) VALUES ($1, $2, $3, $4, $5, $6, $7);

-- name: ChosenInRankings :exec
UPDATE rankings SET chosen_id = $4, chosen_at = $5 WHERE reader_id = $1 AND kind = $2 AND job_id = $3 AND chosen_id = ''
  AND EXISTS (SELECT 1 FROM ranking_rows s WHERE s.ranking_id = rankings.id AND s.subject_id = $4);

-- name: ForgetRankingRows :exec
DELETE FROM ranking_rows WHERE ranking_id IN (SELECT r.id FROM rankings r WHERE r.at < $1);

-- name: ForgetRankings :exec
DELETE FROM rankings WHERE at < $1;

-- name: RankingsWith :many
SELECT r.id, r.at, r.kind, r.job_id, r.compared, r.engine, r.weights, r.inputs, s.place, s.points, s.parts, s.moved, s.moved_by,
  j.title, j.visibility
FROM ranking_rows s JOIN rankings r ON r.id = s.ranking_id JOIN jobs j ON j.id = r.job_id
WHERE s.subject_id = $1 AND r.kind IN ('refer', 'client') ORDER BY r.at DESC, r.id LIMIT $2;

-- name: Ranking :one
SELECT * FROM rankings WHERE id = $1;

-- name: RowsOfRanking :many
SELECT * FROM ranking_rows WHERE ranking_id = $1 ORDER BY place;

-- name: NewestRankings :many
SELECT r.*, p.name AS reader_name, (SELECT count(*) FROM ranking_rows s WHERE s.ranking_id = r.id) AS shown
FROM rankings r JOIN people p ON p.id = r.reader_id ORDER BY r.at DESC, r.id LIMIT $1;

-- name: LiveWeights :one
SELECT * FROM weights ORDER BY at DESC, id DESC LIMIT 1;

-- name: InsertWeights :exec
INSERT INTO weights (id, at, person_id, reason, weights) VALUES ($1, $2, $3, $4, $5);

-- name: ReferrerCount :one
SELECT count(*) AS referred, count(CASE WHEN p.status = 'hired' THEN 1 END) AS hired
FROM referrals r JOIN jobs j ON j.id = r.job_id LEFT JOIN proposals p ON p.id = r.proposal_id
WHERE r.referrer_id = $1 AND r.asked_at IS NOT NULL AND j.visibility <> 'private';
