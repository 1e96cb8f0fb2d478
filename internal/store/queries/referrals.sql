-- name: Referral :one
SELECT * FROM referral_story WHERE id = $1;

-- name: ReferralByRef :one
SELECT * FROM referral_story WHERE ref = $1;

-- name: ReferralsGiven :many
SELECT * FROM referral_story WHERE referrer_id = $1 AND state <> 'undone' ORDER BY sent_at DESC, place, id LIMIT 500;

-- name: ReferralsReceived :many
SELECT * FROM referral_story WHERE candidate_id = $1 AND asked_at IS NOT NULL ORDER BY sent_at DESC, id LIMIT 500;

-- name: ReferralsOfJob :many
SELECT * FROM referral_story WHERE job_id = $1 ORDER BY sent_at, id;

-- name: ReferralsOfCandidateInJob :many
SELECT * FROM referral_story WHERE job_id = $1 AND candidate_id = $2 ORDER BY sent_at, id;

-- name: ReferralsOfProposal :many
SELECT * FROM referral_story WHERE job_id = $1 AND proposal_id = $2 AND state = 'introduced' ORDER BY sent_at, id;

-- name: LiveReferralsOfJob :many
SELECT * FROM referral_story WHERE job_id = $1 AND state IN ('sending', 'awaiting_outsider', 'awaiting_candidate', 'awaiting_client') ORDER BY sent_at, id;

-- name: CandidatesBefore :many
SELECT candidate_id, email FROM referrals WHERE job_id = $1 AND referrer_id = $2 AND state <> 'undone'
  AND NOT (state = 'cancelled' AND asked_at IS NULL);

-- name: CountLiveReferrals :one
SELECT count(*) FROM referrals WHERE referrer_id = $1 AND state IN ('sending', 'awaiting_outsider', 'awaiting_candidate', 'awaiting_client');

-- name: InsertReferral :exec
INSERT INTO referrals (id, ref, invitation_id, job_id, referrer_id, candidate_id, email, title, vouch, note, hand_over,
  state, how, reason, not_now_till, sent_at, leaves_at, asked_at, said_yes_at, deadline, ended_at, proposal_id, restores, min_vouch, shared,
  chain_id, place, check_till, outside)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29);

-- name: UpdateReferral :execrows
UPDATE referrals SET candidate_id = $2, email = $3, title = $4, vouch = $5, note = $6, hand_over = $7, state = $8,
  how = $9, reason = $10, not_now_till = $11, leaves_at = $12, asked_at = $13, said_yes_at = $14, deadline = $15,
  ended_at = $16, proposal_id = $17, rate_amount = $18, rate_currency = $19, letter = $20, shared = $21, own_vouch = $22, own_shared = $23
WHERE id = $1 AND state = $24;

-- name: BumpJobOfReferral :execrows
UPDATE jobs SET rev = rev + 1 WHERE id = (SELECT job_id FROM referrals WHERE referrals.id = $1);

-- name: BumpJobOfInvitation :execrows
UPDATE jobs SET rev = rev + 1 WHERE id = (SELECT job_id FROM invitations WHERE invitations.id = $1);

-- name: BumpJobOfProposal :execrows
UPDATE jobs SET rev = rev + 1 WHERE id = (SELECT job_id FROM proposals WHERE proposals.id = $1);

-- name: Draft :one
SELECT * FROM drafts WHERE invitation_id = $1 AND referrer_id = $2;

-- name: SaveDraft :exec
INSERT INTO drafts (invitation_id, referrer_id, candidate_id, email, vouch, note, hand_over, ref, changed_at, shared, bench, outside)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
ON CONFLICT (invitation_id) DO UPDATE SET candidate_id = excluded.candidate_id, email = excluded.email,
  vouch = excluded.vouch, note = excluded.note, hand_over = excluded.hand_over, ref = excluded.ref,
  changed_at = excluded.changed_at, shared = excluded.shared, bench = excluded.bench, outside = excluded.outside;

-- name: DeleteDraft :exec
DELETE FROM drafts WHERE invitation_id = $1;

-- name: StatesOfReferrals :many
SELECT state, count(*) AS n FROM referrals GROUP BY state ORDER BY state;

-- name: Chain :many
SELECT * FROM referral_story WHERE chain_id = $1 ORDER BY place, sent_at, id;

-- name: UpdateClocks :exec
UPDATE referrals SET place = $2, followed_by = $3, asking_ends_at = $4, hear_by = $5, candidate_more = $6, client_more = $7,
  stands_since = $8, stands_by_job = $9, question_till = $10, stood = $11, check_till = $12, held_how = $13, held_at = $14
WHERE id = $1;

-- name: AddOutsiderLink :exec
INSERT INTO outsider_links (token, referral_id) VALUES ($1, $2);

-- name: ReferralOfLink :one
SELECT r.* FROM outsider_links l JOIN referral_story r ON r.id = l.referral_id WHERE l.token = $1;

-- name: LinkOfReferral :one
SELECT token FROM outsider_links WHERE referral_id = $1;
