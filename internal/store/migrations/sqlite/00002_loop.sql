-- +goose Up
-- The whole referral loop. Views are dropped first and made anew at the end.
DROP VIEW proposal_story;
DROP VIEW referral_story;
DROP VIEW invitation_story;
DROP VIEW job_story;

-- Bench and clocks. Those asked one after another are a chain, named after its
-- first; place 0 is the first, 1 and 2 are the bench.
ALTER TABLE referrals ADD COLUMN chain_id TEXT NOT NULL DEFAULT '';
ALTER TABLE referrals ADD COLUMN place INTEGER NOT NULL DEFAULT 0;
-- who was asked next when this one had ended
ALTER TABLE referrals ADD COLUMN followed_by TEXT NOT NULL DEFAULT '';
ALTER TABLE referrals ADD COLUMN asking_ends_at TIMESTAMP;
-- the latest end of the chain as it was sent, as the client was told
ALTER TABLE referrals ADD COLUMN hear_by TIMESTAMP;
ALTER TABLE referrals ADD COLUMN candidate_more BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE referrals ADD COLUMN client_more BOOLEAN NOT NULL DEFAULT FALSE;
-- since when the clocks stand, why, and for how many microseconds they stood before
ALTER TABLE referrals ADD COLUMN stands_since TIMESTAMP;
ALTER TABLE referrals ADD COLUMN stands_by_job BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE referrals ADD COLUMN question_till TIMESTAMP;
ALTER TABLE referrals ADD COLUMN stood INTEGER NOT NULL DEFAULT 0;
UPDATE referrals SET chain_id = id;
UPDATE referrals SET hear_by = deadline WHERE asked_at IS NOT NULL;
CREATE INDEX referrals_chain ON referrals (chain_id, place);
ALTER TABLE drafts ADD COLUMN bench TEXT NOT NULL DEFAULT '';

-- Vouches. A job's minimum is copied when a referral is sent: what is set later
-- binds nothing that was sent. The candidate states the relationship too.
ALTER TABLE jobs ADD COLUMN min_vouch TEXT NOT NULL DEFAULT '';
ALTER TABLE referrals ADD COLUMN min_vouch TEXT NOT NULL DEFAULT '';
ALTER TABLE referrals ADD COLUMN shared BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE referrals ADD COLUMN own_vouch TEXT NOT NULL DEFAULT '';
ALTER TABLE referrals ADD COLUMN own_shared BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE drafts ADD COLUMN shared BOOLEAN NOT NULL DEFAULT FALSE;
CREATE INDEX proposals_hired ON proposals (freelancer_id, job_id) WHERE status = 'hired';

-- Who may be asked: blocks, pauses, circle, buddies. Who has no row in reach
-- takes referrals from everyone.
CREATE TABLE reach (
  person_id TEXT PRIMARY KEY REFERENCES people (id),
  takes     TEXT NOT NULL,
  away      BOOLEAN NOT NULL,
  away_till TEXT NOT NULL
);
CREATE TABLE blocks (
  person_id  TEXT NOT NULL REFERENCES people (id),
  blocked_id TEXT NOT NULL REFERENCES people (id),
  at         TIMESTAMP NOT NULL,
  PRIMARY KEY (person_id, blocked_id)
);
CREATE INDEX blocks_blocked ON blocks (blocked_id);
-- Two people in each other's circle, or one who asked the other; one_id is the
-- lower of the two. Each agrees to be the other's buddy for themselves.
CREATE TABLE circles (
  one_id       TEXT NOT NULL REFERENCES people (id),
  other_id     TEXT NOT NULL REFERENCES people (id),
  asker_id     TEXT NOT NULL,
  asked_at     TIMESTAMP NOT NULL,
  confirmed_at TIMESTAMP,
  one_agrees   BOOLEAN NOT NULL DEFAULT FALSE,
  other_agrees BOOLEAN NOT NULL DEFAULT FALSE,
  PRIMARY KEY (one_id, other_id)
);
CREATE INDEX circles_other ON circles (other_id);

-- Links for outsiders.

-- Words that are checked.

-- Questions, thanks, advice.
ALTER TABLE invitations ADD COLUMN advice TEXT NOT NULL DEFAULT '';

-- The operator: roll-out, caps, holds, reports.

-- What a new job of the client's begins with; empty is open.
ALTER TABLE people ADD COLUMN default_policy TEXT NOT NULL DEFAULT '';

-- Each time the operator opened a referral: who, when, why was asked. Never
-- changed. The opening is also what lets the page be read, for a while.
CREATE TABLE openings (
  id          TEXT PRIMARY KEY,
  referral_id TEXT NOT NULL REFERENCES referrals (id),
  person_id   TEXT NOT NULL,
  reason      TEXT NOT NULL,
  hand_over   BOOLEAN NOT NULL,
  at          TIMESTAMP NOT NULL
);
CREATE INDEX openings_referral ON openings (referral_id, at);
CREATE INDEX tasks_subject ON tasks (subject);

-- Ranking: what was shown, and contests.

-- The things as people meet them: with the names of those in them.
CREATE VIEW job_story AS
SELECT j.id, j.client_id, c.name AS client_name, c.time_zone AS client_zone, j.title, j.text, j.visibility, j.policy,
  j.status, j.openings, j.hired, j.budget_lower, j.budget_upper, j.budget_currency, j.wanted_by, j.posted_at,
  j.changed_at, j.ended_at, j.min_vouch
FROM jobs j JOIN people c ON c.id = j.client_id;

CREATE VIEW invitation_story AS
SELECT i.id, i.job_id, i.freelancer_id, f.name AS freelancer_name, f.time_zone AS freelancer_zone, i.message, i.state,
  i.reason, i.advice, i.not_now_till, i.invited_at, i.expires_at, i.ended_at, i.referral_id, i.proposal_id,
  r.state AS referral_state,
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
  r.stands_by_job, r.question_till, r.stood, n.candidate_id AS next_id, m.name AS next_name, p.status AS proposal_status, p.decided_at, j.client_id, j.client_name,
  j.client_zone, j.title, j.text, j.visibility, j.policy, j.status, j.openings, j.hired, j.budget_lower,
  j.budget_upper, j.budget_currency, j.wanted_by, j.posted_at, j.changed_at, j.ended_at AS job_ended_at, j.min_vouch AS job_min_vouch,
  r.min_vouch, r.shared, r.own_vouch, r.own_shared,
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
  AND r.state IN ('sending', 'awaiting_candidate', 'awaiting_client')
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

-- +goose Down
SELECT 'the second migration is not taken back';
