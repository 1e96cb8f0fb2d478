package web

// who may come to a page. Whether they may see or change the thing it is about
// is for query and act to say.
type who int

const (
	anyone   who = iota // signed in or not
	member              // signed in
	operator            // signed in, and one of those who run the installation
)

type route struct {
	pattern string
	who     who
	page    func(v *visit) error
}

// routes are all pages. A GET only shows; what changes something is a POST to a
// thing of its own.
var routes = []route{
	{"GET /{$}", anyone, start},
	{"GET /how", anyone, how},
	{"GET /turn", member, yourTurn},
	{"GET /ranking", anyone, howRanking},
	{"GET /shown", member, standings},
	{"GET /parts", anyone, gallery},
	{"GET /guidelines", anyone, guidelines},

	{"GET /sign-in", anyone, signIn},
	{"POST /sign-in", anyone, askToSignIn},
	{"GET /sign-in/code", anyone, codeForm},
	{"POST /sign-in/code", anyone, typeCode},
	{"GET /door/{token}", anyone, door},
	{"POST /door/{token}", anyone, openDoor},
	{"GET /join", anyone, joinForm},
	{"POST /join", anyone, join},
	{"POST /sign-out", anyone, signOut},

	{"GET /profile", member, profile},
	{"POST /profile", member, saveProfile},
	{"GET /profile/reach", member, reach},
	{"POST /profile/reach", member, saveReach},
	{"GET /people/{handle}", member, person},
	{"GET /people/{handle}/block", member, blocking},
	{"POST /people/{handle}/block", member, block},
	{"POST /people/{handle}/unblock", member, unblock},

	{"GET /circle", member, circle},
	{"POST /circle", member, askIntoCircle},
	{"POST /circle/{person}/confirmation", member, confirmColleague},
	{"POST /circle/{person}/decline", member, declineColleague},
	{"POST /circle/{person}/take-back", member, takeCircleAskBack},
	{"POST /circle/{person}/stand-in", member, standIn},
	{"POST /circle/{person}/stand-down", member, standDown},
	{"GET /circle/{person}/leave", member, leavingCircle},
	{"POST /circle/{person}/leave", member, leaveCircle},

	{"GET /jobs", anyone, jobs},
	{"GET /my-jobs", member, myJobs},
	{"GET /jobs/new", member, newJob},
	{"POST /jobs", member, postJob},
	{"GET /jobs/{id}", anyone, job},
	{"GET /jobs/{id}/edit", member, editJob},
	{"POST /jobs/{id}/edit", member, saveJob},
	{"GET /jobs/{id}/close", member, closingJob},
	{"POST /jobs/{id}/close", member, closeJob},
	{"POST /jobs/{id}/pause", member, pauseJob},
	{"POST /jobs/{id}/resume", member, resumeJob},
	{"GET /jobs/{id}/report", member, reporting},
	{"POST /jobs/{id}/reports", member, reportJob},
	{"GET /jobs/{id}/apply", member, applyForm},
	{"POST /jobs/{id}/proposals", member, apply},

	{"GET /jobs/{id}/people", member, manager},
	{"GET /jobs/{id}/invite", member, inviteForm},
	{"POST /jobs/{id}/invitations", member, invite},

	{"GET /invitations", member, invitations},
	{"GET /invitations/{id}", member, invitation},
	{"GET /invitations/{id}/accept", member, acceptForm},
	{"POST /invitations/{id}/accept", member, accept},
	{"GET /invitations/{id}/decline", member, declineForm},
	{"POST /invitations/{id}/decline", member, decline},
	{"POST /invitations/{id}/undo", member, undoDecline},
	{"POST /invitations/{id}/withdrawal", member, withdrawInvitation},

	{"GET /invitations/{id}/refer", member, referWho},
	{"POST /invitations/{id}/refer", member, chooseWho},
	{"GET /invitations/{id}/refer/how", member, referHow},
	{"POST /invitations/{id}/refer/how", member, chooseHow},
	{"GET /invitations/{id}/refer/words", member, referWords},
	{"POST /invitations/{id}/refer/words", member, writeWords},
	{"GET /invitations/{id}/refer/bench", member, draftBench},
	{"POST /invitations/{id}/refer/bench", member, addToDraftBench},
	{"POST /invitations/{id}/refer/bench/order", member, orderDraftBench},
	{"GET /invitations/{id}/refer/check", member, referCheck},
	{"POST /invitations/{id}/referrals", member, refer},

	{"GET /referrals", member, referrals},
	{"GET /referrals/{id}", member, referral},
	{"GET /referrals/{id}/edit", member, editReferral},
	{"POST /referrals/{id}/edit", member, saveReferral},
	{"POST /referrals/{id}/undo", member, undoReferral},
	{"POST /referrals/{id}/more-time", member, moreTime},
	{"GET /referrals/{id}/bench", member, liveBench},
	{"POST /referrals/{id}/bench", member, addToBench},
	{"POST /referrals/{id}/bench/order", member, orderBench},
	{"GET /referrals/{id}/withdraw", member, withdrawing},
	{"POST /referrals/{id}/withdraw", member, withdrawReferral},
	{"POST /referrals/{id}/answer", member, answerReferral},
	{"GET /referrals/{id}/yes", member, yesForm},
	{"POST /referrals/{id}/yes", member, sayYes},
	{"GET /referrals/{id}/no", member, noForm},
	{"POST /referrals/{id}/no", member, sayNo},
	{"POST /referrals/{id}/decision", member, decide},
	{"GET /referrals/{id}/ask", member, askForm},
	{"POST /referrals/{id}/ask", member, askQuestion},
	{"GET /referrals/{id}/thanks", member, thanksForm},
	{"POST /referrals/{id}/thanks", member, thank},
	{"GET /questions/{id}", member, question},
	{"POST /questions/{id}", member, answerQuestion},
	{"GET /answer/{token}", anyone, answerForm},
	{"POST /answer/{token}", anyone, answer},

	{"GET /reviews/{id}", member, review},
	{"POST /reviews/{id}/contest", member, contestReview},

	{"GET /link/{token}", anyone, outsiderLink},
	{"POST /link/{token}", member, takeOutsiderLink},

	{"GET /proposals", member, proposals},
	{"GET /proposals/{id}", member, proposal},
	{"GET /proposals/{id}/why", member, whyNot},
	{"GET /proposals/{id}/edit", member, editProposal},
	{"POST /proposals/{id}/edit", member, saveProposal},
	{"GET /proposals/{id}/withdraw", member, withdrawingProposal},
	{"POST /proposals/{id}/withdraw", member, withdrawProposal},
	{"POST /proposals/{id}/shortlist", member, shortlist},
	{"POST /proposals/{id}/unshortlist", member, unshortlist},
	{"GET /proposals/{id}/hire", member, hiring},
	{"POST /proposals/{id}/hire", member, hire},
	{"GET /proposals/{id}/end", member, endingWork},
	{"POST /proposals/{id}/end", member, endWork},
	{"GET /proposals/{id}/outcome", member, sayingOutcome},
	{"POST /proposals/{id}/outcome", member, sayOutcome},
	{"GET /proposals/{id}/not-selected", member, notSelecting},
	{"POST /proposals/{id}/not-selected", member, notSelect},

	{"GET /messages", member, messages},
	{"GET /messages/{id}", member, thread},
	{"POST /messages/{id}", member, write},

	{"GET /operator", operator, overview},
	{"POST /operator/tasks", operator, tryAgain},
	{"GET /operator/referrals", operator, openingForm},
	{"POST /operator/openings", operator, openReferral},
	{"GET /operator/openings/{id}", operator, whole},
	{"GET /operator/reviews", operator, reviewer},
	{"GET /operator/reviews/{id}", operator, reviewCase},
	{"POST /operator/reviews/{id}/ruling", operator, ruleReview},
	{"POST /operator/reviews/{id}/answer", operator, answerContest},
	{"GET /operator/jobs/{id}/hold", operator, holding},
	{"POST /operator/jobs/{id}/hold", operator, holdJob},
}

// villageRoutes are only there in the demo.
var villageRoutes = []route{
	{"GET /village", anyone, village},
	{"POST /village/be/{person}", anyone, beSomebody},
	{"GET /village/letters", anyone, villageLetters},
	{"GET /village/letters/{name}", anyone, villageLetter},
	{"POST /village/time", anyone, passTime},
}
