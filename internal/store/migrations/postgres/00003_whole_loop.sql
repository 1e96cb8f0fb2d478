-- +goose Up
-- The whole loop, second part. Views are dropped first and made anew at the end.
DROP VIEW proposal_story;
DROP VIEW referral_story;
DROP VIEW invitation_story;
DROP VIEW job_story;

-- Words that are checked: notes under review, and jobs that are held. A referral
-- whose words are held is sending with the how "checking" until check_till.
ALTER TABLE referrals ADD COLUMN check_till TIMESTAMPTZ;
-- One row for each time that a reviewer has to look; referral_id is empty where
-- the job itself is looked at, decided_by where time decided.
CREATE TABLE reviews (
  id           TEXT COLLATE "C" PRIMARY KEY,
  referral_id  TEXT COLLATE "C" NOT NULL,
  job_id       TEXT COLLATE "C" NOT NULL REFERENCES jobs (id),
  author_id    TEXT COLLATE "C" NOT NULL REFERENCES people (id),
  note         TEXT COLLATE "C" NOT NULL,
  hand_over    TEXT COLLATE "C" NOT NULL,
  found        TEXT COLLATE "C" NOT NULL,
  state        TEXT COLLATE "C" NOT NULL,
  was          TEXT COLLATE "C" NOT NULL,
  opened_at    TIMESTAMPTZ NOT NULL,
  till         TIMESTAMPTZ,
  ground       TEXT COLLATE "C" NOT NULL DEFAULT '',
  words        TEXT COLLATE "C" NOT NULL DEFAULT '',
  decided_by   TEXT COLLATE "C" NOT NULL DEFAULT '',
  decided_at   TIMESTAMPTZ,
  contest      TEXT COLLATE "C" NOT NULL DEFAULT '',
  contested_at TIMESTAMPTZ,
  answer       TEXT COLLATE "C" NOT NULL DEFAULT '',
  answered_by  TEXT COLLATE "C" NOT NULL DEFAULT '',
  answered_at  TIMESTAMPTZ
);
CREATE INDEX reviews_open ON reviews (opened_at, id) WHERE state IN ('waiting', 'contested');
CREATE INDEX reviews_referral ON reviews (referral_id, opened_at);
CREATE INDEX reviews_job ON reviews (job_id, opened_at);
CREATE INDEX reviews_author ON reviews (author_id, state);
-- Who did what in a review, when and why. Rows are only ever added; person_id is
-- empty for the house and the clock.
CREATE TABLE review_trail (
  id        TEXT COLLATE "C" PRIMARY KEY,
  review_id TEXT COLLATE "C" NOT NULL REFERENCES reviews (id),
  person_id TEXT COLLATE "C" NOT NULL,
  at        TIMESTAMPTZ NOT NULL,
  what      TEXT COLLATE "C" NOT NULL,
  ground    TEXT COLLATE "C" NOT NULL,
  why       TEXT COLLATE "C" NOT NULL
);
CREATE INDEX review_trail_review ON review_trail (review_id, at, id);
-- A member says that something is wrong with a job; review_id is the review in
-- which that was looked at, empty before.
CREATE TABLE job_reports (
  job_id    TEXT COLLATE "C" NOT NULL REFERENCES jobs (id),
  person_id TEXT COLLATE "C" NOT NULL REFERENCES people (id),
  ground    TEXT COLLATE "C" NOT NULL,
  words     TEXT COLLATE "C" NOT NULL,
  at        TIMESTAMPTZ NOT NULL,
  review_id TEXT COLLATE "C" NOT NULL DEFAULT '',
  PRIMARY KEY (job_id, person_id)
);
CREATE INDEX job_reports_open ON job_reports (at) WHERE review_id = '';

-- Links for outsiders: somebody without an account is referred by a link that the
-- referrer passes on. The token is kept as it is, since the referrer reads it
-- again and again; it does nothing without an account.
ALTER TABLE drafts ADD COLUMN outside BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE referrals ADD COLUMN outside BOOLEAN NOT NULL DEFAULT FALSE;
CREATE TABLE outsider_links (
  token       TEXT COLLATE "C" PRIMARY KEY,
  referral_id TEXT COLLATE "C" NOT NULL UNIQUE REFERENCES referrals (id)
);
DROP INDEX referrals_live;
CREATE UNIQUE INDEX referrals_live ON referrals (invitation_id)
  WHERE state IN ('sending', 'awaiting_outsider', 'awaiting_candidate', 'awaiting_client', 'introduced');

-- The circle and buddies. What was declined or taken back still reads as asked to
-- the one who asked, or stays for as long as nobody is asked a second time.
ALTER TABLE circles ADD COLUMN declined BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE circles ADD COLUMN taken_back BOOLEAN NOT NULL DEFAULT FALSE;
-- until when it can be answered
ALTER TABLE circles ADD COLUMN till TIMESTAMPTZ;

-- Questions, thanks, the last sentence.
-- One question a person and referral. While it is open the referral's clocks
-- stand, until till at most.
CREATE TABLE questions (
  id          TEXT COLLATE "C" PRIMARY KEY,
  referral_id TEXT COLLATE "C" NOT NULL REFERENCES referrals (id),
  by_party    TEXT COLLATE "C" NOT NULL,
  to_party    TEXT COLLATE "C" NOT NULL,
  asker_id    TEXT COLLATE "C" NOT NULL,
  asked_id    TEXT COLLATE "C" NOT NULL,
  text        TEXT COLLATE "C" NOT NULL,
  at          TIMESTAMPTZ NOT NULL,
  till        TIMESTAMPTZ NOT NULL,
  answer      TEXT COLLATE "C" NOT NULL DEFAULT '',
  answered_at TIMESTAMPTZ
);
CREATE UNIQUE INDEX questions_asker ON questions (referral_id, asker_id);
CREATE INDEX questions_open ON questions (asked_id) WHERE answered_at IS NULL;
CREATE TABLE thanks (
  referral_id TEXT COLLATE "C" NOT NULL REFERENCES referrals (id),
  by_party    TEXT COLLATE "C" NOT NULL,
  person_id   TEXT COLLATE "C" NOT NULL,
  text        TEXT COLLATE "C" NOT NULL,
  at          TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (referral_id, by_party)
);
-- An end of a referral to an address that only the candidate reads until their
-- time to answer is over: how it ended for them, and when.
ALTER TABLE referrals ADD COLUMN held_how TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE referrals ADD COLUMN held_at TIMESTAMPTZ;

-- Your turn, and two at once.
-- An invitation's seven days stand while its job rests: since when, and for how
-- many microseconds before.
ALTER TABLE invitations ADD COLUMN stands_since TIMESTAMPTZ;
ALTER TABLE invitations ADD COLUMN stood BIGINT NOT NULL DEFAULT 0;

-- Ranking: what was shown, what was chosen, contests, weights.

-- Contracts and outcomes: the work that a hire led to, and what both say of it.
CREATE TABLE contracts (
  proposal_id       TEXT COLLATE "C" PRIMARY KEY REFERENCES proposals (id),
  state             TEXT COLLATE "C" NOT NULL,
  started_at        TIMESTAMPTZ NOT NULL,
  ended_at          TIMESTAMPTZ,
  say_until         TIMESTAMPTZ, -- both can say how it was
  client_rating     BIGINT NOT NULL DEFAULT 0,
  client_again      TEXT COLLATE "C" NOT NULL DEFAULT '',
  client_at         TIMESTAMPTZ,
  freelancer_rating BIGINT NOT NULL DEFAULT 0,
  freelancer_again  TEXT COLLATE "C" NOT NULL DEFAULT '',
  freelancer_at     TIMESTAMPTZ
);
INSERT INTO contracts (proposal_id, state, started_at)
SELECT id, 'running', COALESCE(decided_at, made_at) FROM proposals WHERE status = 'hired';
-- What each program's memory has to read again: a row for each thing that a
-- transaction changed. Readers begin at the oldest transaction that was still
-- under way when they looked last, so that none that commits late is missed.
CREATE TABLE changes (
  tx      BIGINT NOT NULL,
  what    TEXT COLLATE "C" NOT NULL,
  subject TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (tx, what, subject)
);
-- Each order that somebody was shown, once a day where nothing had changed.
CREATE TABLE rankings (
  id        TEXT COLLATE "C" PRIMARY KEY,
  at        TIMESTAMPTZ NOT NULL,
  kind      TEXT COLLATE "C" NOT NULL,
  job_id    TEXT COLLATE "C" NOT NULL,
  reader_id TEXT COLLATE "C" NOT NULL,
  engine    TEXT COLLATE "C" NOT NULL,
  weights   TEXT COLLATE "C" NOT NULL,
  inputs    TEXT COLLATE "C" NOT NULL,
  compared  BIGINT NOT NULL,
  chosen_id TEXT COLLATE "C" NOT NULL DEFAULT '',
  chosen_at TIMESTAMPTZ
);
CREATE INDEX rankings_at ON rankings (at);
CREATE INDEX rankings_reader ON rankings (reader_id, kind, job_id);
CREATE TABLE ranking_rows (
  ranking_id TEXT COLLATE "C" NOT NULL REFERENCES rankings (id),
  place      BIGINT NOT NULL,
  subject_id TEXT COLLATE "C" NOT NULL,
  points     BIGINT NOT NULL,
  parts      TEXT COLLATE "C" NOT NULL,
  moved      TEXT COLLATE "C" NOT NULL,
  moved_by   BIGINT NOT NULL,
  PRIMARY KEY (ranking_id, place)
);
CREATE INDEX ranking_rows_subject ON ranking_rows (subject_id);
-- The weights that somebody switched on, and why; the newest are live.
CREATE TABLE weights (
  id        TEXT COLLATE "C" PRIMARY KEY,
  at        TIMESTAMPTZ NOT NULL,
  person_id TEXT COLLATE "C" NOT NULL,
  reason    TEXT COLLATE "C" NOT NULL,
  weights   TEXT COLLATE "C" NOT NULL
);
CREATE INDEX weights_at ON weights (at);
-- What changes what.
-- +goose StatementBegin
CREATE FUNCTION note_change(changed TEXT, about TEXT) RETURNS void LANGUAGE sql AS $$
  INSERT INTO changes (tx, what, subject) VALUES (pg_current_xact_id()::text::bigint, changed, about) ON CONFLICT DO NOTHING
$$;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE FUNCTION note_person() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM note_change('person', NEW.id); RETURN NULL; END $$;
-- +goose StatementEnd
CREATE TRIGGER people_added AFTER INSERT ON people FOR EACH ROW EXECUTE FUNCTION note_person();
CREATE TRIGGER people_changed AFTER UPDATE OF changed_at ON people FOR EACH ROW EXECUTE FUNCTION note_person();
-- +goose StatementBegin
CREATE FUNCTION note_job() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM note_change('job', NEW.id); RETURN NULL; END $$;
-- +goose StatementEnd
CREATE TRIGGER jobs_added AFTER INSERT ON jobs FOR EACH ROW EXECUTE FUNCTION note_job();
CREATE TRIGGER jobs_changed AFTER UPDATE OF visibility, status, changed_at ON jobs FOR EACH ROW EXECUTE FUNCTION note_job();
-- +goose StatementBegin
CREATE FUNCTION note_job_of() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM note_change('job', NEW.job_id); RETURN NULL; END $$;
-- +goose StatementEnd
CREATE TRIGGER referrals_changed AFTER UPDATE OF state ON referrals FOR EACH ROW EXECUTE FUNCTION note_job_of();
CREATE TRIGGER proposals_added AFTER INSERT ON proposals FOR EACH ROW EXECUTE FUNCTION note_job_of();
CREATE TRIGGER proposals_changed AFTER UPDATE OF status ON proposals FOR EACH ROW EXECUTE FUNCTION note_job_of();
-- +goose StatementBegin
CREATE FUNCTION note_circle() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM note_change('person', NEW.one_id); PERFORM note_change('person', NEW.other_id); RETURN NULL; END $$;
-- +goose StatementEnd
CREATE TRIGGER circles_added AFTER INSERT ON circles FOR EACH ROW EXECUTE FUNCTION note_circle();
CREATE TRIGGER circles_changed AFTER UPDATE ON circles FOR EACH ROW EXECUTE FUNCTION note_circle();
-- +goose StatementBegin
CREATE FUNCTION note_circle_gone() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM note_change('person', OLD.one_id); PERFORM note_change('person', OLD.other_id); RETURN NULL; END $$;
-- +goose StatementEnd
CREATE TRIGGER circles_gone AFTER DELETE ON circles FOR EACH ROW EXECUTE FUNCTION note_circle_gone();
-- +goose StatementBegin
CREATE FUNCTION note_ranking() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM note_change('ranking', NEW.id); RETURN NULL; END $$;
-- +goose StatementEnd
CREATE TRIGGER rankings_added AFTER INSERT ON rankings FOR EACH ROW EXECUTE FUNCTION note_ranking();
-- +goose StatementBegin
CREATE FUNCTION note_weights() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM note_change('weights', NEW.id); RETURN NULL; END $$;
-- +goose StatementEnd
CREATE TRIGGER weights_added AFTER INSERT ON weights FOR EACH ROW EXECUTE FUNCTION note_weights();

-- The things as people meet them: with the names of those in them.
CREATE VIEW job_story AS
SELECT j.id, j.client_id, c.name AS client_name, c.time_zone AS client_zone, j.title, j.text, j.visibility, j.policy,
  j.status, j.openings, j.hired, j.budget_lower, j.budget_upper, j.budget_currency, j.wanted_by, j.posted_at,
  j.changed_at, j.ended_at, j.min_vouch
FROM jobs j JOIN people c ON c.id = j.client_id;

CREATE VIEW invitation_story AS
SELECT i.id, i.job_id, i.freelancer_id, f.name AS freelancer_name, f.time_zone AS freelancer_zone, i.message, i.state,
  i.reason, i.advice, i.not_now_till, i.invited_at, i.expires_at, i.ended_at, i.stands_since, i.stood, i.referral_id, i.proposal_id,
  r.state AS referral_state, r.restores AS referral_restores,
  (SELECT count(*) FROM referrals s WHERE s.invitation_id = i.id AND s.asked_at IS NOT NULL AND s.candidate_id IS NOT NULL) AS asked,
  (SELECT count(*) FROM referrals w WHERE w.job_id = i.job_id AND w.state IN ('awaiting_candidate', 'awaiting_client')) AS waiting,
  j.client_id, j.client_name, j.client_zone, j.title, j.text, j.visibility, j.policy,
  j.status, j.openings, j.hired, j.budget_lower, j.budget_upper, j.budget_currency, j.wanted_by, j.posted_at,
  j.changed_at, j.ended_at AS job_ended_at, j.min_vouch AS job_min_vouch
FROM invitations i
JOIN people f ON f.id = i.freelancer_id
JOIN job_story j ON j.id = i.job_id
LEFT JOIN referrals r ON r.id = i.referral_id;

CREATE VIEW referral_story AS
SELECT r.id, r.ref, r.invitation_id, r.job_id, r.referrer_id, a.name AS referrer_name, a.time_zone AS referrer_zone,
  r.candidate_id, b.name AS candidate_name, b.time_zone AS candidate_zone, r.email, r.title AS sent_title, r.vouch,
  r.note, r.hand_over, r.state, r.how, r.reason, r.not_now_till, r.sent_at, r.leaves_at, r.asked_at, r.said_yes_at,
  r.deadline, r.ended_at, r.proposal_id, r.restores, r.rate_amount, r.rate_currency, r.letter,
  r.chain_id, r.place, r.followed_by, r.asking_ends_at, r.hear_by, r.candidate_more, r.client_more, r.stands_since,
  r.stands_by_job, r.question_till, r.stood, r.held_how, r.held_at, n.candidate_id AS next_id, m.name AS next_name, p.status AS proposal_status, p.decided_at, j.client_id, j.client_name,
  j.client_zone, j.title, j.text, j.visibility, j.policy, j.status, j.openings, j.hired, j.budget_lower,
  j.budget_upper, j.budget_currency, j.wanted_by, j.posted_at, j.changed_at, j.ended_at AS job_ended_at, j.min_vouch AS job_min_vouch,
  r.min_vouch, r.shared, r.own_vouch, r.own_shared, r.check_till, r.outside,
  -- another job here that both were on; of private ones nothing is told
  (SELECT count(*) FROM proposals h JOIN jobs o ON o.id = h.job_id AND o.id <> r.job_id AND o.visibility <> 'private'
    LEFT JOIN proposals g ON g.job_id = h.job_id AND g.status = 'hired' AND g.freelancer_id = r.referrer_id
    WHERE h.freelancer_id = r.candidate_id AND h.status = 'hired' AND (g.id IS NOT NULL OR o.client_id = r.referrer_id))
  + (SELECT count(*) FROM proposals h JOIN jobs o ON o.id = h.job_id AND o.id <> r.job_id AND o.visibility <> 'private'
    WHERE h.freelancer_id = r.referrer_id AND h.status = 'hired' AND o.client_id = r.candidate_id) AS contracts
FROM referrals r
JOIN people a ON a.id = r.referrer_id
JOIN job_story j ON j.id = r.job_id
LEFT JOIN people b ON b.id = r.candidate_id
LEFT JOIN referrals n ON n.chain_id = r.chain_id AND (n.id = r.followed_by OR n.state = 'queued'
  AND r.state IN ('sending', 'awaiting_outsider', 'awaiting_candidate', 'awaiting_client')
  AND n.place = (SELECT min(q.place) FROM referrals q WHERE q.chain_id = r.chain_id AND q.state = 'queued'))
LEFT JOIN people m ON m.id = n.candidate_id
LEFT JOIN proposals p ON p.id = r.proposal_id;

CREATE VIEW proposal_story AS
SELECT p.id, p.job_id, p.freelancer_id, f.name AS freelancer_name, f.time_zone AS freelancer_zone, f.headline,
  p.source, p.status AS proposal_status, p.reason, p.rate_amount, p.rate_currency, p.letter, p.invitation_id, p.referral_id,
  p.made_at, p.decided_at, p.opened, j.client_id, j.client_name, j.client_zone, j.title, j.text, j.visibility,
  j.policy, j.status, j.openings, j.hired, j.budget_lower, j.budget_upper, j.budget_currency, j.wanted_by,
  j.posted_at, j.changed_at, j.ended_at AS job_ended_at
FROM proposals p
JOIN people f ON f.id = p.freelancer_id
JOIN job_story j ON j.id = p.job_id;

-- Everything that waits for somebody, one kind a SELECT (waiting.go of package
-- kith): what it is, for whom, until when, about whom, and whose words.
-- Where no clock can stand, a time that is NULL then is selected as stands_since:
-- a bare NULL would take the column's type away on SQLite.
CREATE VIEW waiting AS
SELECT 'invitation' AS kind, i.id, i.freelancer_id AS person_id, i.expires_at AS due, i.stands_since, i.stood,
  j.client_id AS who_id, j.client_name AS who, j.client_name AS says, i.message AS words,
  i.job_id, j.title, j.visibility, j.policy, j.status, j.budget_lower, j.budget_upper, j.budget_currency
FROM invitations i JOIN job_story j ON j.id = i.job_id
WHERE i.state = 'pending'
UNION ALL
SELECT 'referral', r.id, r.candidate_id, r.deadline, r.stands_since, r.stood, r.referrer_id, a.name, a.name, r.note,
  r.job_id, j.title, j.visibility, j.policy, j.status, j.budget_lower, j.budget_upper, j.budget_currency
FROM referrals r JOIN job_story j ON j.id = r.job_id JOIN people a ON a.id = r.referrer_id
WHERE r.state = 'awaiting_candidate' AND r.candidate_id IS NOT NULL AND r.deadline IS NOT NULL AND r.held_how = ''
UNION ALL
SELECT 'approval', r.id, j.client_id, r.deadline, r.stands_since, r.stood, r.candidate_id, b.name, a.name, r.note,
  r.job_id, j.title, j.visibility, j.policy, j.status, j.budget_lower, j.budget_upper, j.budget_currency
FROM referrals r JOIN job_story j ON j.id = r.job_id JOIN people a ON a.id = r.referrer_id JOIN people b ON b.id = r.candidate_id
WHERE r.state = 'awaiting_client' AND r.deadline IS NOT NULL
UNION ALL
SELECT 'words', r.id, r.referrer_id, r.check_till, r.stands_since, r.stood, j.client_id, j.client_name, '', r.note,
  r.job_id, j.title, j.visibility, j.policy, j.status, j.budget_lower, j.budget_upper, j.budget_currency
FROM referrals r JOIN job_story j ON j.id = r.job_id
WHERE r.how = 'change_asked' AND r.check_till IS NOT NULL
UNION ALL
SELECT 'circle', c.asker_id, p.id, c.till, c.confirmed_at, 0, c.asker_id, a.name, a.name, '', '', '', '', '', '', 0, 0, ''
FROM circles c JOIN people a ON a.id = c.asker_id JOIN people p ON p.id IN (c.one_id, c.other_id) AND p.id <> c.asker_id
WHERE c.confirmed_at IS NULL AND NOT c.declined AND NOT c.taken_back AND c.till IS NOT NULL
UNION ALL
SELECT 'outcome', p.id, p.freelancer_id, c.say_until, c.freelancer_at, 0, j.client_id, j.client_name, j.client_name, '',
  p.job_id, j.title, j.visibility, j.policy, j.status, j.budget_lower, j.budget_upper, j.budget_currency
FROM contracts c JOIN proposals p ON p.id = c.proposal_id JOIN job_story j ON j.id = p.job_id
WHERE c.say_until IS NOT NULL AND c.freelancer_at IS NULL
UNION ALL
SELECT 'outcome', p.id, j.client_id, c.say_until, c.client_at, 0, p.freelancer_id, f.name, f.name, '',
  p.job_id, j.title, j.visibility, j.policy, j.status, j.budget_lower, j.budget_upper, j.budget_currency
FROM contracts c JOIN proposals p ON p.id = c.proposal_id JOIN job_story j ON j.id = p.job_id JOIN people f ON f.id = p.freelancer_id
WHERE c.say_until IS NOT NULL AND c.client_at IS NULL
UNION ALL
SELECT 'question', q.id, q.asked_id, q.till, q.answered_at, 0, -- they never stand
  CASE WHEN q.by_party = 'candidate' AND q.to_party = 'client' THEN '' ELSE q.asker_id END,
  CASE WHEN q.by_party = 'candidate' AND q.to_party = 'client' THEN '?' ELSE k.name END, '', q.text,
  r.job_id, j.title, j.visibility, j.policy, j.status, j.budget_lower, j.budget_upper, j.budget_currency
FROM questions q JOIN referrals r ON r.id = q.referral_id AND r.question_till = q.till JOIN job_story j ON j.id = r.job_id
JOIN people k ON k.id = q.asker_id
WHERE q.answered_at IS NULL AND r.state IN ('awaiting_candidate', 'awaiting_client');


CREATE VIEW review_story AS
SELECT v.id, v.referral_id, v.job_id, v.author_id, v.note, v.hand_over, v.found, v.state, v.was, v.opened_at, v.till,
  v.ground, v.words, v.decided_by, v.decided_at, v.contest, v.contested_at, v.answer, v.answered_by, v.answered_at,
  j.title, a.name AS author_name, r.ref, d.name AS decider_name, w.name AS answerer_name
FROM reviews v
JOIN jobs j ON j.id = v.job_id
JOIN people a ON a.id = v.author_id
LEFT JOIN referrals r ON r.id = v.referral_id
LEFT JOIN people d ON d.id = v.decided_by
LEFT JOIN people w ON w.id = v.answered_by;

-- +goose Down
SELECT 'the third migration is not taken back';
