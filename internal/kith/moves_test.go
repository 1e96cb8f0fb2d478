package kith_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"kith/internal/kith"
	"kith/internal/kithtest/situations"
)

// outcome is what became of a move.
type outcome struct {
	next  string
	given time.Duration
	err   error
}

// machine is one of the five moves tables behind one shape.
type machine struct {
	name   string
	states []string
	move   func(state string, act kith.Act, by kith.Party, policy kith.Policy) outcome
}

var machines = []machine{
	{"job", texts(kith.JobStatuses), func(state string, act kith.Act, by kith.Party, _ kith.Policy) outcome {
		next, err := kith.JobStatus(state).Move(act, by)
		return outcome{string(next), 0, err}
	}},
	{"invitation", texts(kith.InvitationStates), func(state string, act kith.Act, by kith.Party, _ kith.Policy) outcome {
		next, given, err := kith.InvitationState(state).Move(act, by)
		return outcome{string(next), given, err}
	}},
	{"referral", texts(kith.ReferralStates), func(state string, act kith.Act, by kith.Party, policy kith.Policy) outcome {
		next, given, err := kith.ReferralState(state).Move(act, by, policy)
		return outcome{string(next), given, err}
	}},
	{"tie between two colleagues", texts(kith.TieStates), func(state string, act kith.Act, by kith.Party, _ kith.Policy) outcome {
		next, err := kith.TieState(state).Move(act, by)
		return outcome{string(next), 0, err}
	}},
	{"proposal", texts(kith.ProposalStatuses), func(state string, act kith.Act, by kith.Party, _ kith.Policy) outcome {
		next, err := kith.ProposalStatus(state).Move(act, by)
		return outcome{string(next), 0, err}
	}},
	{"review", texts(kith.ReviewStates), func(state string, act kith.Act, by kith.Party, _ kith.Policy) outcome {
		next, err := kith.ReviewState(state).Move(act, by)
		return outcome{string(next), 0, err}
	}},
}

// contracts are the work of hires.
var contracts = machine{"contract", texts(kith.ContractStates), func(state string, act kith.Act, by kith.Party, _ kith.Policy) outcome {
	next, err := kith.ContractState(state).Move(act, by)
	return outcome{string(next), 0, err}
}}

func init() { machines = append(machines, contracts) }

func texts[T ~string](values []T) (all []string) {
	for _, v := range values {
		all = append(all, string(v))
	}
	return all
}

// eachMove goes through every state, the thing that is not there yet included,
// every act, party and policy.
func (m machine) eachMove(t testing.TB, visit func(state string, act kith.Act, by kith.Party, policy kith.Policy, o outcome)) {
	acts, parties := constants[kith.Act](t, "Act"), constants[kith.Party](t, "Party")
	for _, state := range append([]string{""}, m.states...) {
		for _, act := range acts {
			for _, by := range parties {
				for _, policy := range kith.Policies {
					visit(state, act, by, policy, m.move(state, act, by, policy))
				}
			}
		}
	}
}

// TestWhatHasNoRowIsRefusedWithASentence walks all combinations of the five
// tables: a move leads to a state, and everything else stays where it is, with
// a refusal that people can read.
func TestWhatHasNoRowIsRefusedWithASentence(t *testing.T) {
	codes, voice := constants[kith.Code](t, "Code"), english(t)
	for _, m := range machines {
		moves := 0
		m.eachMove(t, func(state string, act kith.Act, by kith.Party, policy kith.Policy, o outcome) {
			if o.err == nil {
				if moves++; !slices.Contains(m.states, o.next) {
					t.Errorf("%s %q, %s by %s: leads to %q, which is no state", m.name, state, act, by, o.next)
				}
				return
			}
			code := refusedFor(o.err)
			if !slices.Contains(codes, code) || !voice.Has("refusal."+string(code)) {
				t.Errorf("%s %q, %s by %s: refused for %q, which nobody can read", m.name, state, act, by, code)
			}
			if o.next != state || o.given != 0 {
				t.Errorf("%s %q, %s by %s: refused, and yet %q within %v", m.name, state, act, by, o.next, o.given)
			}
		})
		if moves == 0 {
			t.Errorf("nothing moves a %s", m.name)
		}
	}
}

// TestOnlyTheCandidatesYesAsksForThePolicy holds what the policy changes.
func TestOnlyTheCandidatesYesAsksForThePolicy(t *testing.T) {
	for _, m := range machines {
		m.eachMove(t, func(state string, act kith.Act, by kith.Party, policy kith.Policy, o outcome) {
			open := m.move(state, act, by, kith.PolicyOpen)
			same := open.next == o.next && open.given == o.given && errors.Is(o.err, open.err)
			want := m.name != "referral" || state != string(kith.AwaitingCandidate) || act != kith.Accept || by != kith.Candidate || policy != kith.PolicyAskMe
			if same != want {
				t.Errorf("%s %q, %s by %s under %s: %+v, under open %+v", m.name, state, act, by, policy, o, open)
			}
		})
	}
	yes := machines[2].move(string(kith.AwaitingCandidate), kith.Accept, kith.Candidate, kith.PolicyAskMe)
	if yes != (outcome{string(kith.AwaitingClient), kith.ClientTime, nil}) {
		t.Errorf("a yes under ask_me: %+v", yes)
	}
	yes = machines[2].move(string(kith.AwaitingCandidate), kith.Accept, kith.Candidate, kith.PolicyOpen)
	if yes != (outcome{string(kith.Introduced), 0, nil}) {
		t.Errorf("a yes under open: %+v", yes)
	}
}

// TestWhoActs holds that what people do is never done by the clock, and what
// the clock and the house do never by people; a stranger does nothing.
func TestWhoActs(t *testing.T) {
	byItself := map[kith.Act]kith.Party{kith.Leave: kith.Clock, kith.Give: kith.Clock, kith.Remind: kith.Clock, kith.Lapse: kith.Clock, kith.Turn: kith.Clock, kith.Tell: kith.Clock, kith.Cancel: kith.House, kith.Fill: kith.House, kith.Hold: kith.House, kith.Clear: kith.House}
	for _, m := range machines {
		m.eachMove(t, func(state string, act kith.Act, by kith.Party, _ kith.Policy, o outcome) {
			if o.err != nil {
				return
			}
			want, itself := byItself[act]
			person := by != kith.Clock && by != kith.House && by != kith.Stranger
			if itself && by != want || !itself && !person {
				t.Errorf("%s %q: %s is done by the %s", m.name, state, act, by)
			}
		})
	}
}

// TestAnEndIsAnEnd holds that nothing moves a referral that has ended, and
// that every live one runs out by itself and ends with its job.
func TestAnEndIsAnEnd(t *testing.T) {
	can := map[string]map[kith.Act]bool{}
	machines[2].eachMove(t, func(state string, act kith.Act, _ kith.Party, _ kith.Policy, o outcome) {
		if can[state] == nil {
			can[state] = map[kith.Act]bool{}
		}
		can[state][act] = can[state][act] || o.err == nil
	})
	for _, s := range kith.ReferralStates {
		acts := can[string(s)]
		for act, moves := range acts {
			if moves && !s.Live() && s != kith.Queued {
				t.Errorf("%s has ended, and %s moves it", s, act)
			}
		}
		if s.Live() && (!acts[kith.Cancel] || !acts[kith.Lapse] && !acts[kith.Leave]) {
			t.Errorf("%s is live and has no end: %v", s, acts)
		}
	}
}

// TestLateIsAtTheTime holds that an act is late at its time, not only after.
func TestLateIsAtTheTime(t *testing.T) {
	for _, s := range kith.ReferralStates {
		r := kith.Referral{State: s, LeavesAt: situations.Noon, Deadline: situations.Noon}
		if r.Late(situations.Noon.Add(-time.Nanosecond)) || r.Late(situations.Noon) != s.Live() || r.Late(situations.Noon.Add(time.Hour)) != s.Live() {
			t.Errorf("%s: late before %v, at %v", s, r.Late(situations.Noon.Add(-time.Nanosecond)), r.Late(situations.Noon))
		}
	}
}

// TestARefusedMoveSaysWhatHappened holds the refusals that people meet.
func TestARefusedMoveSaysWhatHappened(t *testing.T) {
	for _, row := range []struct {
		state kith.ReferralState
		act   kith.Act
		by    kith.Party
		want  kith.Code
	}{
		{kith.Sending, kith.Accept, kith.Candidate, kith.NotSentYet},
		{kith.AwaitingCandidate, kith.Undo, kith.Referrer, kith.TooLate},
		{kith.AwaitingCandidate, kith.Edit, kith.Referrer, kith.TooLate},
		{kith.AwaitingCandidate, kith.Accept, kith.Referrer, kith.NotYours},
		{kith.AwaitingCandidate, kith.Approve, kith.Client, kith.NotYours},
		{kith.AwaitingClient, kith.Withdraw, kith.Referrer, kith.SaidYesAlready},
		{kith.AwaitingClient, kith.Accept, kith.Candidate, kith.AlreadyAnswered},
		{kith.Introduced, kith.Accept, kith.Candidate, kith.AlreadyAnswered},
		{kith.ReferralExpired, kith.Accept, kith.Candidate, kith.AlreadyEnded},
		{kith.ReferralWithdrawn, kith.Withdraw, kith.Referrer, kith.AlreadyEnded},
		{kith.Cancelled, kith.Approve, kith.Client, kith.AlreadyEnded},
	} {
		_, _, err := row.state.Move(row.act, row.by, kith.PolicyOpen)
		if got := refusedFor(err); got != row.want {
			t.Errorf("%s, %s by %s: refused for %q, should be %q", row.state, row.act, row.by, got, row.want)
		}
	}
}
