-- Everything, a page at a time, for import and export.

-- name: PeopleAfter :many
SELECT * FROM people WHERE id > $1 ORDER BY id LIMIT $2;

-- name: SkillsOfPeople :many
SELECT person_id, skill FROM person_skills WHERE person_id >= $1 AND person_id <= $2 ORDER BY person_id, place;

-- name: LanguagesOfPeople :many
SELECT person_id, language FROM person_languages WHERE person_id >= $1 AND person_id <= $2 ORDER BY person_id, place;

-- name: JobsAfter :many
SELECT * FROM job_story WHERE id > $1 ORDER BY id LIMIT $2;

-- name: SkillsOfJobs :many
SELECT job_id, skill FROM job_skills WHERE job_id >= $1 AND job_id <= $2 ORDER BY job_id, place;

-- name: InvitationsAfter :many
SELECT id, job_id, freelancer_id, message, state, reason, not_now_till, invited_at, expires_at, ended_at
FROM invitations WHERE id > $1 ORDER BY id LIMIT $2;

-- name: ParkPerson :exec
UPDATE people SET email = '~' || id, handle = '~' || id WHERE id = $1;

-- name: SetJoined :exec
UPDATE people SET joined_at = $2 WHERE id = $1;

-- name: SetPosted :exec
UPDATE jobs SET posted_at = $2 WHERE id = $1;
