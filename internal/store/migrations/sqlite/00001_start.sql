-- +goose Up
CREATE TABLE settings (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
);

CREATE TABLE people (
  id             TEXT PRIMARY KEY,
  email          TEXT NOT NULL UNIQUE,
  name           TEXT NOT NULL,
  handle         TEXT NOT NULL UNIQUE,
  headline       TEXT NOT NULL,
  about          TEXT NOT NULL,
  rate_amount    INTEGER NOT NULL,
  rate_currency  TEXT NOT NULL,
  hours_per_week INTEGER NOT NULL,
  time_zone      TEXT NOT NULL,
  joined_at      TIMESTAMP NOT NULL,
  changed_at     TIMESTAMP NOT NULL,
  rev            INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX people_changed ON people (changed_at);

CREATE TABLE person_skills (
  person_id TEXT NOT NULL REFERENCES people (id),
  place     INTEGER NOT NULL,
  skill     TEXT NOT NULL,
  PRIMARY KEY (person_id, place)
);

CREATE TABLE person_languages (
  person_id TEXT NOT NULL REFERENCES people (id),
  place     INTEGER NOT NULL,
  language  TEXT NOT NULL,
  PRIMARY KEY (person_id, place)
);

CREATE TABLE jobs (
  id              TEXT PRIMARY KEY,
  client_id       TEXT NOT NULL REFERENCES people (id),
  title           TEXT NOT NULL,
  text            TEXT NOT NULL,
  visibility      TEXT NOT NULL,
  policy          TEXT NOT NULL,
  status          TEXT NOT NULL,
  openings        INTEGER NOT NULL,
  hired           INTEGER NOT NULL DEFAULT 0,
  budget_lower    INTEGER NOT NULL,
  budget_upper    INTEGER NOT NULL,
  budget_currency TEXT NOT NULL,
  wanted_by       TEXT NOT NULL,
  posted_at       TIMESTAMP NOT NULL,
  changed_at      TIMESTAMP NOT NULL,
  ended_at        TIMESTAMP,
  rev             INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX jobs_client ON jobs (client_id, posted_at);
CREATE INDEX jobs_open ON jobs (status, posted_at);

CREATE TABLE job_skills (
  job_id TEXT NOT NULL REFERENCES jobs (id),
  place  INTEGER NOT NULL,
  skill  TEXT NOT NULL,
  PRIMARY KEY (job_id, place)
);

CREATE TABLE invitations (
  id            TEXT PRIMARY KEY,
  job_id        TEXT NOT NULL REFERENCES jobs (id),
  freelancer_id TEXT NOT NULL REFERENCES people (id),
  message       TEXT NOT NULL,
  state         TEXT NOT NULL,
  reason        TEXT NOT NULL,
  not_now_till  TEXT NOT NULL,
  invited_at    TIMESTAMP NOT NULL,
  expires_at    TIMESTAMP NOT NULL,
  ended_at      TIMESTAMP,
  -- the newest referral made from it, and the proposal it led to
  referral_id   TEXT NOT NULL DEFAULT '',
  proposal_id   TEXT NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX invitations_alive ON invitations (job_id, freelancer_id) WHERE state IN ('pending', 'accepted');
CREATE INDEX invitations_job ON invitations (job_id, invited_at);
CREATE INDEX invitations_freelancer ON invitations (freelancer_id, invited_at);

CREATE TABLE referrals (
  id            TEXT PRIMARY KEY,
  ref           TEXT NOT NULL UNIQUE,
  invitation_id TEXT NOT NULL REFERENCES invitations (id),
  job_id        TEXT NOT NULL REFERENCES jobs (id),
  referrer_id   TEXT NOT NULL REFERENCES people (id),
  -- null where an e-mail address was given that has no account here
  candidate_id  TEXT REFERENCES people (id),
  email         TEXT NOT NULL,
  title         TEXT NOT NULL,
  vouch         TEXT NOT NULL,
  note          TEXT NOT NULL,
  hand_over     TEXT NOT NULL,
  state         TEXT NOT NULL,
  how           TEXT NOT NULL,
  reason        TEXT NOT NULL,
  not_now_till  TEXT NOT NULL,
  sent_at       TIMESTAMP NOT NULL,
  leaves_at     TIMESTAMP NOT NULL,
  asked_at      TIMESTAMP,
  said_yes_at   TIMESTAMP,
  deadline      TIMESTAMP,
  ended_at      TIMESTAMP,
  proposal_id   TEXT NOT NULL DEFAULT '',
  restores      BOOLEAN NOT NULL,
  -- what the candidate said with their yes
  rate_amount   INTEGER NOT NULL DEFAULT 0,
  rate_currency TEXT NOT NULL DEFAULT '',
  letter        TEXT NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX referrals_live ON referrals (invitation_id) WHERE state IN ('sending', 'awaiting_candidate', 'awaiting_client', 'introduced');
CREATE INDEX referrals_job ON referrals (job_id, sent_at);
CREATE INDEX referrals_waiting ON referrals (job_id) WHERE state IN ('awaiting_candidate', 'awaiting_client');
CREATE INDEX referrals_referrer ON referrals (referrer_id, sent_at);
CREATE INDEX referrals_candidate ON referrals (candidate_id, sent_at);

CREATE TABLE proposals (
  id            TEXT PRIMARY KEY,
  job_id        TEXT NOT NULL REFERENCES jobs (id),
  freelancer_id TEXT NOT NULL REFERENCES people (id),
  source        TEXT NOT NULL,
  status        TEXT NOT NULL,
  reason        TEXT NOT NULL,
  rate_amount   INTEGER NOT NULL,
  rate_currency TEXT NOT NULL,
  letter        TEXT NOT NULL,
  invitation_id TEXT NOT NULL,
  referral_id   TEXT NOT NULL,
  made_at       TIMESTAMP NOT NULL,
  decided_at    TIMESTAMP,
  opened        BOOLEAN NOT NULL
);
CREATE UNIQUE INDEX proposals_one ON proposals (job_id, freelancer_id) WHERE status IN ('submitted', 'shortlisted', 'hired');
CREATE INDEX proposals_freelancer ON proposals (freelancer_id, made_at);

CREATE TABLE messages (
  id          TEXT PRIMARY KEY,
  proposal_id TEXT NOT NULL REFERENCES proposals (id),
  author_id   TEXT NOT NULL REFERENCES people (id),
  text        TEXT NOT NULL,
  sent_at     TIMESTAMP NOT NULL
);
CREATE INDEX messages_proposal ON messages (proposal_id, sent_at);

-- What happened; written with the change it tells of, never changed.
CREATE TABLE events (
  id            TEXT PRIMARY KEY,
  at            TIMESTAMP NOT NULL,
  kind          TEXT NOT NULL,
  actor_id      TEXT NOT NULL,
  job_id        TEXT NOT NULL,
  invitation_id TEXT NOT NULL,
  referral_id   TEXT NOT NULL,
  proposal_id   TEXT NOT NULL,
  message_id    TEXT NOT NULL,
  till          TIMESTAMP
);
CREATE INDEX events_referral ON events (referral_id, at);
CREATE INDEX events_invitation ON events (invitation_id, at);
CREATE INDEX events_proposal ON events (proposal_id, at);

-- What is to be done, each thing once for ever; done rows stay, so that a
-- name can't come again.
CREATE TABLE tasks (
  name         TEXT PRIMARY KEY,
  kind         TEXT NOT NULL,
  subject      TEXT NOT NULL,
  event_id     TEXT NOT NULL,
  party        TEXT NOT NULL,
  person_id    TEXT NOT NULL,
  letter       TEXT NOT NULL,
  only_state   TEXT NOT NULL,
  -- what a letter without an event needs; emptied when the task is done
  payload      TEXT NOT NULL,
  due          TIMESTAMP NOT NULL,
  tries        INTEGER NOT NULL DEFAULT 0,
  leased_until TIMESTAMP,
  done_at      TIMESTAMP,
  stuck        BOOLEAN NOT NULL DEFAULT FALSE,
  problem      TEXT NOT NULL DEFAULT ''
);
CREATE INDEX tasks_due ON tasks (due, name) WHERE done_at IS NULL AND NOT stuck;

-- One row for each letter, claimed before it is sent, with a Message-ID that
-- stays over all tries. Secrets in its text are taken out once it is sent.
CREATE TABLE letters (
  task       TEXT PRIMARY KEY,
  person_id  TEXT NOT NULL,
  event_id   TEXT NOT NULL,
  kind       TEXT NOT NULL,
  message_id TEXT NOT NULL UNIQUE,
  address    TEXT NOT NULL,
  subject    TEXT NOT NULL,
  text       TEXT NOT NULL,
  html       TEXT NOT NULL,
  written_at TIMESTAMP NOT NULL,
  sent_at    TIMESTAMP,
  UNIQUE (person_id, event_id, kind)
);

-- The answers given so far on the way to a referral, so that Back keeps them.
CREATE TABLE drafts (
  invitation_id TEXT PRIMARY KEY REFERENCES invitations (id),
  referrer_id   TEXT NOT NULL REFERENCES people (id),
  candidate_id  TEXT NOT NULL,
  email         TEXT NOT NULL,
  vouch         TEXT NOT NULL,
  note          TEXT NOT NULL,
  hand_over     TEXT NOT NULL,
  ref           TEXT NOT NULL,
  changed_at    TIMESTAMP NOT NULL
);

-- One-time keys of forms: what the first sending of a form led to.
CREATE TABLE once (
  key       TEXT PRIMARY KEY,
  person_id TEXT NOT NULL,
  led_to    TEXT NOT NULL,
  at        TIMESTAMP NOT NULL
);

CREATE TABLE sessions (
  token      TEXT PRIMARY KEY,
  data       BLOB NOT NULL,
  expires_at TIMESTAMP NOT NULL
);
CREATE INDEX sessions_expires ON sessions (expires_at);

-- Somebody at the door: a sign-in link, bound to the browser that asked, and
-- the code that can be typed instead. Secrets stand here hashed.
CREATE TABLE doors (
  id         TEXT PRIMARY KEY,
  email      TEXT NOT NULL,
  token      TEXT NOT NULL UNIQUE,
  code       TEXT NOT NULL,
  browser    TEXT NOT NULL,
  go_to      TEXT NOT NULL,
  asked_at   TIMESTAMP NOT NULL,
  expires_at TIMESTAMP NOT NULL,
  tries      INTEGER NOT NULL DEFAULT 0,
  used_at    TIMESTAMP
);
CREATE INDEX doors_browser ON doors (browser, asked_at);

-- Links in letters with which one can answer no or not now without signing in.
CREATE TABLE action_links (
  token       TEXT PRIMARY KEY,
  person_id   TEXT NOT NULL REFERENCES people (id),
  referral_id TEXT NOT NULL REFERENCES referrals (id),
  purpose     TEXT NOT NULL,
  expires_at  TIMESTAMP NOT NULL,
  used_at     TIMESTAMP
);

-- The things as people meet them: with the names of those in them.
CREATE VIEW job_story AS
SELECT j.id, j.client_id, c.name AS client_name, c.time_zone AS client_zone, j.title, j.text, j.visibility, j.policy,
  j.status, j.openings, j.hired, j.budget_lower, j.budget_upper, j.budget_currency, j.wanted_by, j.posted_at,
  j.changed_at, j.ended_at
FROM jobs j JOIN people c ON c.id = j.client_id;

CREATE VIEW invitation_story AS
SELECT i.id, i.job_id, i.freelancer_id, f.name AS freelancer_name, f.time_zone AS freelancer_zone, i.message, i.state,
  i.reason, i.not_now_till, i.invited_at, i.expires_at, i.ended_at, i.referral_id, i.proposal_id,
  r.state AS referral_state,
  (SELECT count(*) FROM referrals w WHERE w.job_id = i.job_id AND w.state IN ('awaiting_candidate', 'awaiting_client')) AS waiting,
  j.client_id, j.client_name, j.client_zone, j.title, j.text, j.visibility, j.policy,
  j.status, j.openings, j.hired, j.budget_lower, j.budget_upper, j.budget_currency, j.wanted_by, j.posted_at,
  j.changed_at, j.ended_at AS job_ended_at
FROM invitations i
JOIN people f ON f.id = i.freelancer_id
JOIN job_story j ON j.id = i.job_id
LEFT JOIN referrals r ON r.id = i.referral_id;

CREATE VIEW referral_story AS
SELECT r.id, r.ref, r.invitation_id, r.job_id, r.referrer_id, a.name AS referrer_name, a.time_zone AS referrer_zone,
  r.candidate_id, b.name AS candidate_name, b.time_zone AS candidate_zone, r.email, r.title AS sent_title, r.vouch,
  r.note, r.hand_over, r.state, r.how, r.reason, r.not_now_till, r.sent_at, r.leaves_at, r.asked_at, r.said_yes_at,
  r.deadline, r.ended_at, r.proposal_id, r.restores, r.rate_amount, r.rate_currency, r.letter, p.status AS proposal_status, p.decided_at, j.client_id, j.client_name,
  j.client_zone, j.title, j.text, j.visibility, j.policy, j.status, j.openings, j.hired, j.budget_lower,
  j.budget_upper, j.budget_currency, j.wanted_by, j.posted_at, j.changed_at, j.ended_at AS job_ended_at
FROM referrals r
JOIN people a ON a.id = r.referrer_id
JOIN job_story j ON j.id = r.job_id
LEFT JOIN people b ON b.id = r.candidate_id
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

-- +goose Down
SELECT 'the first migration is not taken back';
