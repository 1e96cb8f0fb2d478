package main

// mutant is the law with one line changed.
type mutant struct {
	file     string // in internal/kith
	from, to string // text that stands in it once, and what stands there instead
	survives string // why no test of behaviour catches it; empty for one that is caught
}

var list = []mutant{
	// the loop
	{"referral_moves.go", "{Sending, Undo, Referrer}: {next: Undone},", "", ""},
	{"referral_moves.go", "{next: AwaitingCandidate, within: CandidateTime}", "{next: AwaitingCandidate, within: ClientTime}", ""},
	{"referral_moves.go", "{next: AwaitingCandidate, within: BenchTime}", "{next: AwaitingCandidate, within: CandidateTime}", ""},
	{"referral_moves.go", "{next: Introduced, askMe: AwaitingClient, within: ClientTime}", "{next: Introduced, within: ClientTime}", ""},
	{"referral_moves.go", "{next: Introduced, askMe: AwaitingClient, within: ClientTime}", "{next: Introduced, askMe: AwaitingClient, within: CandidateTime}", ""},
	{"referral_moves.go", "{AwaitingClient, Decline, Candidate}:  {next: ReferralDeclined},", "", ""},
	{"referral_moves.go", "{AwaitingCandidate, Withdraw, Referrer}:     {next: ReferralWithdrawn},", "{AwaitingCandidate, Withdraw, Referrer}: {next: ReferralWithdrawn}, {AwaitingClient, Withdraw, Referrer}: {next: ReferralWithdrawn},", ""},
	{"referral_moves.go", "{AwaitingClient, Lapse, Clock}:        {next: ReferralExpired}", "{AwaitingClient, Lapse, Clock}: {next: Introduced}", ""},
	{"referral_moves.go", "return !now.Before(r.LeavesAt)", "return now.After(r.LeavesAt)", ""},
	{"referral_moves.go", "!r.Deadline.IsZero() && !now.Before(r.Deadline)", "!r.Deadline.IsZero() && now.After(r.Deadline)", ""},

	// who hears what
	{"notices.go", "{CandidateAsked, Candidate}:    {LetterAsked, string(AwaitingCandidate)},", "", ""},
	{"notices.go", "{CandidateAsked, Candidate}:    {LetterAsked, string(AwaitingCandidate)}", "{CandidateAsked, Candidate}: {LetterAsked, \"\"}", ""},
	{"notices.go", "{CandidateAsked, Client}:       {LetterHasAsked, string(AwaitingCandidate)},", "", ""},
	{"notices.go", "{CandidateYes, Client}:         {LetterIntroduction, \"\"},", "", ""},
	{"notices.go", "{ClientLapsed, Client}:         {LetterReferralEnded, \"\"},", "", ""},
	{"notices.go", "{ReferralTakenBack, Candidate}: {LetterReferralEnded, \"\"},", "", ""},
	{"notices.go", "who.ID != \"\" && who.ID != e.Actor &&", "who.ID != \"\" &&", ""},
	{"notices.go", "&& r.Sees(party, TheReferral) != Absent", "", ""},

	// where it isn't possible
	{"may_refer.go", "return !until.IsZero() && !q.Now.Before(until)", "return !until.IsZero() && q.Now.After(until)", "the last microsecond of fourteen days is nobody's experience"},
	{"may_refer.go", "q.Invitation.Waiting >= q.Limits.WaitingPerJob", "q.Invitation.Waiting > q.Limits.WaitingPerJob", ""},
	{"may_refer.go", "q.LiveReferrer >= q.Limits.LivePerReferrer", "q.LiveReferrer > q.Limits.LivePerReferrer", ""},
	{"may_refer.go", "return s.Live() || s == Introduced", "return s.Live()", ""},
	{"may_refer.go", "case r.Candidate.ID == r.Client.ID:", "case false:", ""},

	// who sees what
	{"sees.go", "{TheReferral, Candidate}:   {no, yes,", "{TheReferral, Candidate}:   {yes, yes,", ""},
	{"sees.go", "{TheReferral, Client}:      {no, yes,", "{TheReferral, Client}:      {yes, yes,", ""},
	{"sees.go", "{CandidateName, Client}:    {no, no, yes,", "{CandidateName, Client}:    {no, yes, yes,", ""},
	{"sees.go", "{TheNote, Client}:          {no, no, yes,", "{TheNote, Client}:          {no, yes, yes,", ""},
	{"sees.go", "{TheHandOver, Candidate}:   {no, yes,", "{TheHandOver, Client}: {no, yes, yes, yes, no, yes, yes},\n\t{TheHandOver, Candidate}:   {no, yes,", ""},
	{"sees.go", "var seesByAddress = [stages]Sight{soft, soft,", "var seesByAddress = [stages]Sight{soft, yes,", ""},

	// times
	{"deadline.go", "quietFrom = 20", "quietFrom = 21", ""},
	{"deadline.go", "quietTill = 9", "quietTill = 8", ""},
	{"deadline.go", "!at.Add(BenchTime).After(r.AskingEnds)", "!at.After(r.AskingEnds)", ""},
	{"deadline.go", "AskingTime    = 7 * day", "AskingTime    = 9 * day", ""},
	{"deadline.go", "MoreTime      = 48 * time.Hour", "MoreTime      = 24 * time.Hour", ""},
	{"deadline.go", "remindBenchBefore = 6 * time.Hour", "remindBenchBefore = 7 * time.Hour", ""},

	// what waits, and clocks that stand
	{"waiting.go", "if now.Before(w.Until()) {", "if !now.After(w.Until()) {", ""},
	{"waiting.go", "cmp.Or(a.Until().Compare(b.Until()),", "cmp.Or(b.Until().Compare(a.Until()),", ""},
	{"waiting.go", "if w.Stand.Stands() {", "if false {", ""},
	{"invitation.go", "i.State == Pending && !now.Before(i.RunsOut())", "i.State == Pending && !now.Before(i.ExpiresAt)", ""},
	{"invitation.go", "i.ExpiresAt = outOfQuiet(i.ExpiresAt.Add(stood), zone)", "i.ExpiresAt = i.ExpiresAt.Add(stood)", ""},
	{"deadline.go", "i.InvitedAt.Add(3*day+i.Stand.Stood)", "i.InvitedAt.Add(3*day)", ""},
	{"referral_moves.go", "(r.State != AwaitingCandidate || r.Late(now))", "true", ""},
	{"standstill.go", "next = Standstill{ByJob: s.ByJob, Stood: s.Stood + stood}", "next = Standstill{ByJob: s.ByJob, Stood: s.Stood}", ""},
	{"standstill.go", "r.AskingEnds = r.AskingEnds.Add(stood)\n\t}\n}", "}\n}", ""},

	// vouches
	{"vouch.go", "if a == \"\" || b != \"\" && a.AtLeast(b) {", "if a == \"\" {", ""},
}
