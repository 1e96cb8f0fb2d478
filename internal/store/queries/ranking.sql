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
DELETE FROM ranking_rows WHERE ranking_id IN (SELECT r.id FROM rankings r WHERE r.at < $1
  AND NOT EXISTS (SELECT 1 FROM contests c WHERE c.ranking_id = r.id));

-- name: ForgetRankings :exec
DELETE FROM rankings WHERE at < $1 AND NOT EXISTS (SELECT 1 FROM contests c WHERE c.ranking_id = rankings.id);

-- name: RankingsWith :many
SELECT r.id, r.at, r.kind, r.job_id, r.compared, r.engine, r.weights, r.inputs, s.place, s.points, s.parts, s.moved, s.moved_by,
  j.title, j.visibility, c.made_at, c.due_at, c.answered_at
FROM ranking_rows s JOIN rankings r ON r.id = s.ranking_id JOIN jobs j ON j.id = r.job_id
LEFT JOIN contests c ON c.ranking_id = r.id AND c.person_id = s.subject_id
WHERE s.subject_id = $1 AND r.kind IN ('refer', 'client') ORDER BY r.at DESC, r.id LIMIT $2;

-- name: RankingWith :one
SELECT r.id, r.at, r.kind, r.job_id, r.compared, r.engine, r.weights, r.inputs, s.place, s.points, s.parts, s.moved, s.moved_by,
  j.title, j.visibility
FROM ranking_rows s JOIN rankings r ON r.id = s.ranking_id JOIN jobs j ON j.id = r.job_id
WHERE r.id = $1 AND s.subject_id = $2;

-- name: Ranking :one
SELECT * FROM rankings WHERE id = $1;

-- name: RowsOfRanking :many
SELECT * FROM ranking_rows WHERE ranking_id = $1 ORDER BY place;

-- name: NewestRankings :many
SELECT r.*, p.name AS reader_name, (SELECT count(*) FROM ranking_rows s WHERE s.ranking_id = r.id) AS shown
FROM rankings r JOIN people p ON p.id = r.reader_id ORDER BY r.at DESC, r.id LIMIT $1;

-- name: InsertContest :execrows
INSERT INTO contests (id, ranking_id, person_id, text, made_at, due_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (ranking_id, person_id) DO NOTHING;

-- name: Contest :one
SELECT c.*, p.name AS person_name, r.kind, r.job_id, j.title FROM contests c JOIN people p ON p.id = c.person_id
JOIN rankings r ON r.id = c.ranking_id JOIN jobs j ON j.id = r.job_id WHERE c.id = $1;

-- name: ContestOf :one
SELECT c.*, p.name AS person_name, r.kind, r.job_id, j.title FROM contests c JOIN people p ON p.id = c.person_id
JOIN rankings r ON r.id = c.ranking_id JOIN jobs j ON j.id = r.job_id WHERE c.ranking_id = $1 AND c.person_id = $2;

-- name: Contests :many
SELECT c.*, p.name AS person_name, r.kind, r.job_id, j.title FROM contests c JOIN people p ON p.id = c.person_id
JOIN rankings r ON r.id = c.ranking_id JOIN jobs j ON j.id = r.job_id
ORDER BY COALESCE(c.answer, '') <> '', c.due_at, c.id LIMIT $1;

-- name: AnswerContest :execrows
UPDATE contests SET answer = $2, answered_by = $3, answered_at = $4 WHERE id = $1 AND answered_at IS NULL;

-- name: LiveWeights :one
SELECT * FROM weights ORDER BY at DESC, id DESC LIMIT 1;

-- name: AllWeights :many
SELECT w.*, p.name AS person_name FROM weights w JOIN people p ON p.id = w.person_id ORDER BY w.at DESC, w.id DESC LIMIT $1;

-- name: InsertWeights :exec
INSERT INTO weights (id, at, person_id, reason, weights) VALUES ($1, $2, $3, $4, $5);

-- name: ReferrerCount :one
SELECT count(*) AS referred, count(CASE WHEN p.status = 'hired' THEN 1 END) AS hired
FROM referrals r JOIN jobs j ON j.id = r.job_id LEFT JOIN proposals p ON p.id = r.proposal_id
WHERE r.referrer_id = $1 AND r.asked_at IS NOT NULL AND j.visibility <> 'private';
