package kith

// Act is something that a party does to a job, an invitation, a proposal or a
// referral.
type Act string

// What people do.
const (
	Post        Act = "post"        // a job is put up
	Edit        Act = "edit"        // words or terms are changed
	Close       Act = "close"       // the client ends the job
	Invite      Act = "invite"      // a client asks a freelancer to propose
	Accept      Act = "accept"      // yes, by the one who was asked
	Decline     Act = "decline"     // no
	NotNow      Act = "not_now"     // no, with a date from which to ask again
	Refer       Act = "refer"       // an invited freelancer puts a colleague forward
	Undo        Act = "undo"        // within ten minutes, as if it had not been
	Withdraw    Act = "withdraw"    // taken back by the one who began it
	Approve     Act = "approve"     // the client's yes under ask_me
	Disapprove  Act = "disapprove"  // the client's no under ask_me
	Submit      Act = "submit"      // a proposal is made
	Complete    Act = "complete"    // a proposal gets its missing rate and letter
	Shortlist   Act = "shortlist"   // the client keeps it in mind
	Unshortlist Act = "unshortlist" // and changes their mind
	Queue       Act = "queue"       // a colleague is put on the bench
	MoreTimeAct Act = "more_time"   // whoever's turn it is needs longer, once
	Pause       Act = "pause"       // the client lets a job rest
	Resume      Act = "resume"      // and go on
	Hire        Act = "hire"        // the client takes the freelancer
	NotSelect   Act = "not_select"  // the client doesn't, and says why
	TakeLink    Act = "take_link"   // whoever joined, or has an account, takes an outsider's link
	AskIn       Act = "ask_in"      // somebody asks a colleague into their circle
	Part        Act = "part"        // one of two leaves the other's circle
	StandIn     Act = "stand_in"    // one agrees to stand in for the other
	StandDown   Act = "stand_down"  // and doesn't any more
	Finish      Act = "finish"      // the work of a hire is done
	Stop        Act = "stop"        // or ended before it was
	Rate        Act = "rate"        // one of the two says how it was
	Release     Act = "release"     // a reviewer lets go on what was held
	AskChange   Act = "ask_change"  // a reviewer asks for other words
	Contest     Act = "contest"     // an author says that a decision was wrong
	Uphold      Act = "uphold"      // a reviewer stays with it
	Overturn    Act = "overturn"    // a reviewer takes it back
	Ask         Act = "ask"         // one question, by whoever's turn it is
)

// What time and the house do.
const (
	Leave  Act = "leave"  // ten minutes are over: the referral goes out
	Give   Act = "give"   // ten minutes are over: there is a link to pass on
	Remind Act = "remind" // a deadline comes near
	Lapse  Act = "lapse"  // a deadline has passed
	Turn   Act = "turn"   // the next on the bench is asked
	Cancel Act = "cancel" // the job ended or changed under it
	Fill   Act = "fill"   // the last opening was hired for
	Hold   Act = "hold"   // something waits until somebody has looked at it
	Clear  Act = "clear"  // nothing is left to look at
	Tell   Act = "tell"   // an end that was held back
)
