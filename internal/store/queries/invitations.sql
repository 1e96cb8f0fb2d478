-- name: Invitation :one
SELECT * FROM invitation_story WHERE id = $1;

-- name: AllInvitations :many
SELECT * FROM invitation_story ORDER BY id;

-- name: InvitationsOfFreelancer :many
SELECT * FROM invitation_story WHERE freelancer_id = $1 ORDER BY invited_at DESC, id LIMIT 500;

-- name: InvitationsOfJob :many
SELECT * FROM invitation_story WHERE job_id = $1 ORDER BY invited_at, id;

-- name: AliveInvitation :one
SELECT * FROM invitation_story WHERE job_id = $1 AND freelancer_id = $2 AND state IN ('pending', 'accepted');

-- name: WaitingInvitationsOfJob :many
SELECT * FROM invitation_story WHERE job_id = $1 AND (state = 'pending' OR state = 'declined' AND referral_state = 'sending') ORDER BY invited_at, id;

-- name: CountPendingInvitations :one
SELECT count(*) FROM invitations WHERE job_id = $1 AND state = 'pending';

-- name: InsertInvitation :exec
INSERT INTO invitations (id, job_id, freelancer_id, message, state, reason, not_now_till, invited_at, expires_at, ended_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- name: UpdateInvitation :execrows
UPDATE invitations SET state = $2, reason = $3, not_now_till = $4, ended_at = $5, referral_id = $6, proposal_id = $7,
  advice = $9, expires_at = $10, stands_since = $11, stood = $12
WHERE id = $1 AND state = $8;

-- name: StatesOfInvitations :many
SELECT state, count(*) AS n FROM invitations GROUP BY state ORDER BY state;

-- name: CountDeadInvitations :one
SELECT count(*) FROM invitations WHERE state IN ('declined', 'expired');

-- name: DeadAndIntroduced :many
SELECT i.ended_at AS died_at, r.ended_at AS met_at FROM invitations i JOIN referrals r ON r.id = i.referral_id
WHERE i.state IN ('declined', 'expired') AND r.state = 'introduced';
