-- What the memory for ranking reads, a range of ids at a time.

-- name: TakenUpOnJobs :many
SELECT job_id, referrer_id, candidate_id, ended_at FROM referrals
WHERE state = 'introduced' AND candidate_id IS NOT NULL AND job_id >= $1 AND job_id <= $2 ORDER BY job_id, id;

-- name: HiredOnJobs :many
SELECT job_id, freelancer_id, decided_at FROM proposals
WHERE status = 'hired' AND job_id >= $1 AND job_id <= $2 ORDER BY job_id, id;

-- name: VouchesForPeople :many
SELECT r.candidate_id, r.referrer_id, r.vouch, r.own_vouch FROM referrals r JOIN jobs j ON j.id = r.job_id
WHERE r.state = 'introduced' AND j.visibility <> 'private' AND r.candidate_id >= $1 AND r.candidate_id <= $2
ORDER BY r.candidate_id, r.id;

-- name: ConfirmedCircles :many
SELECT one_id, other_id, one_agrees, other_agrees FROM circles
WHERE confirmed_at IS NOT NULL AND (one_id >= $1 AND one_id <= $2 OR other_id >= $1 AND other_id <= $2)
ORDER BY one_id, other_id;

-- name: ShownSince :many
SELECT r.id, r.at, r.job_id, s.subject_id, s.place FROM rankings r JOIN ranking_rows s ON s.ranking_id = r.id
WHERE r.kind = 'refer' AND r.at >= $1 AND (r.id > $2 OR r.id = $2 AND s.place > $3) ORDER BY r.id, s.place LIMIT $4;

-- name: ShownIn :many
SELECT r.id, r.at, r.job_id, s.subject_id, s.place FROM rankings r JOIN ranking_rows s ON s.ranking_id = r.id
WHERE r.kind = 'refer' AND r.id = $1 ORDER BY s.place;

-- name: ChangesFrom :many
SELECT what, subject FROM changes WHERE tx >= $1 ORDER BY tx, what, subject;

-- name: ForgetChanges :exec
DELETE FROM changes WHERE tx < $1;
