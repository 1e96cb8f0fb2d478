-- name: Person :one
SELECT * FROM people WHERE id = $1;

-- name: PersonByEmail :one
SELECT * FROM people WHERE email = $1;

-- name: PersonByHandle :one
SELECT * FROM people WHERE handle = $1;

-- name: AllPeople :many
SELECT * FROM people ORDER BY id;

-- name: CountPeople :one
SELECT count(*) FROM people;

-- name: PeopleChanged :many
SELECT id, name, handle, headline, changed_at FROM people WHERE changed_at >= $1 ORDER BY changed_at, id;

-- name: InsertPerson :exec
INSERT INTO people (id, email, name, handle, headline, about, rate_amount, rate_currency, hours_per_week, time_zone, joined_at, changed_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);

-- name: UpdatePerson :exec
UPDATE people SET email = $2, name = $3, handle = $4, headline = $5, about = $6, rate_amount = $7, rate_currency = $8,
  hours_per_week = $9, time_zone = $10, changed_at = $11 WHERE id = $1;

-- name: BumpPerson :execrows
UPDATE people SET rev = rev + 1 WHERE id = $1;

-- name: PersonSkills :many
SELECT skill FROM person_skills WHERE person_id = $1 ORDER BY place;

-- name: AllPersonSkills :many
SELECT person_id, skill FROM person_skills ORDER BY person_id, place;

-- name: DeletePersonSkills :exec
DELETE FROM person_skills WHERE person_id = $1;

-- name: InsertPersonSkill :exec
INSERT INTO person_skills (person_id, place, skill) VALUES ($1, $2, $3);

-- name: PersonLanguages :many
SELECT language FROM person_languages WHERE person_id = $1 ORDER BY place;

-- name: AllPersonLanguages :many
SELECT person_id, language FROM person_languages ORDER BY person_id, place;

-- name: DeletePersonLanguages :exec
DELETE FROM person_languages WHERE person_id = $1;

-- name: InsertPersonLanguage :exec
INSERT INTO person_languages (person_id, place, language) VALUES ($1, $2, $3);
