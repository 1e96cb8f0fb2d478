package web

import "kith/internal/kith"

func invitations(v *visit) error        { return kith.Refuse(kith.NotFound) }
func invitation(v *visit) error         { return kith.Refuse(kith.NotFound) }
func acceptForm(v *visit) error         { return kith.Refuse(kith.NotFound) }
func accept(v *visit) error             { return kith.Refuse(kith.NotFound) }
func declineForm(v *visit) error        { return kith.Refuse(kith.NotFound) }
func decline(v *visit) error            { return kith.Refuse(kith.NotFound) }
func withdrawInvitation(v *visit) error { return kith.Refuse(kith.NotFound) }
func referWho(v *visit) error           { return kith.Refuse(kith.NotFound) }
func chooseWho(v *visit) error          { return kith.Refuse(kith.NotFound) }
func referHow(v *visit) error           { return kith.Refuse(kith.NotFound) }
func chooseHow(v *visit) error          { return kith.Refuse(kith.NotFound) }
func referWords(v *visit) error         { return kith.Refuse(kith.NotFound) }
func writeWords(v *visit) error         { return kith.Refuse(kith.NotFound) }
func referCheck(v *visit) error         { return kith.Refuse(kith.NotFound) }
func refer(v *visit) error              { return kith.Refuse(kith.NotFound) }
func referrals(v *visit) error          { return kith.Refuse(kith.NotFound) }
func referral(v *visit) error           { return kith.Refuse(kith.NotFound) }
func editReferral(v *visit) error       { return kith.Refuse(kith.NotFound) }
func saveReferral(v *visit) error       { return kith.Refuse(kith.NotFound) }
func undoReferral(v *visit) error       { return kith.Refuse(kith.NotFound) }
func withdrawing(v *visit) error        { return kith.Refuse(kith.NotFound) }
func withdrawReferral(v *visit) error   { return kith.Refuse(kith.NotFound) }
func answerReferral(v *visit) error     { return kith.Refuse(kith.NotFound) }
func yesForm(v *visit) error            { return kith.Refuse(kith.NotFound) }
func sayYes(v *visit) error             { return kith.Refuse(kith.NotFound) }
func noForm(v *visit) error             { return kith.Refuse(kith.NotFound) }
func sayNo(v *visit) error              { return kith.Refuse(kith.NotFound) }
func decide(v *visit) error             { return kith.Refuse(kith.NotFound) }
func answerForm(v *visit) error         { return kith.Refuse(kith.NotFound) }
func answer(v *visit) error             { return kith.Refuse(kith.NotFound) }
func proposals(v *visit) error          { return kith.Refuse(kith.NotFound) }
