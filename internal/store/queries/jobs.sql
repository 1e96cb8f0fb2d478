-- name: Job :one
SELECT * FROM job_story WHERE id = $1;

-- name: AllJobs :many
SELECT * FROM job_story ORDER BY id;

-- name: JobsOfClient :many
SELECT * FROM job_story WHERE client_id = $1 ORDER BY posted_at DESC, id;

-- name: OpenJobs :many
SELECT * FROM job_story WHERE status = 'open' AND (visibility = 'public' OR visibility = $1)
ORDER BY posted_at DESC, id LIMIT $2 OFFSET $3;

-- name: CountOpenJobs :one
SELECT count(*) FROM jobs WHERE status = 'open' AND (visibility = 'public' OR visibility = $1);

-- name: InsertJob :exec
INSERT INTO jobs (id, client_id, title, text, visibility, policy, status, openings, hired, budget_lower, budget_upper,
  budget_currency, wanted_by, posted_at, changed_at, ended_at, min_vouch)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17);

-- name: UpdateJob :exec
UPDATE jobs SET title = $2, text = $3, visibility = $4, policy = $5, status = $6, openings = $7, hired = $8,
  budget_lower = $9, budget_upper = $10, budget_currency = $11, wanted_by = $12, changed_at = $13, ended_at = $14, min_vouch = $15
WHERE id = $1;

-- name: BumpJob :execrows
UPDATE jobs SET rev = rev + 1 WHERE id = $1;

-- name: JobSkills :many
SELECT skill FROM job_skills WHERE job_id = $1 ORDER BY place;

-- name: AllJobSkills :many
SELECT job_id, skill FROM job_skills ORDER BY job_id, place;

-- name: DeleteJobSkills :exec
DELETE FROM job_skills WHERE job_id = $1;

-- name: InsertJobSkill :exec
INSERT INTO job_skills (job_id, place, skill) VALUES ($1, $2, $3);

-- name: BroughtToJob :one
SELECT count(*) FROM (
  SELECT 1 FROM invitations i WHERE i.job_id = $1 AND i.freelancer_id = $2 AND i.state <> 'withdrawn'
  UNION ALL
  SELECT 1 FROM proposals p WHERE p.job_id = $1 AND p.freelancer_id = $2 AND p.status <> 'withdrawn'
) brought;
