UPDATE tasks SET leased_until = $2
WHERE name IN (
  SELECT name FROM tasks
  WHERE done_at IS NULL AND NOT stuck AND due <= $1 AND (leased_until IS NULL OR leased_until <= $1)
  ORDER BY due, name LIMIT $3
)
RETURNING name, kind, subject, event_id, party, person_id, letter, only_state, payload, due, tries
