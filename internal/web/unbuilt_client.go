package web

import "kith/internal/kith"

func manager(v *visit) error             { return kith.Refuse(kith.NotFound) }
func inviteForm(v *visit) error          { return kith.Refuse(kith.NotFound) }
func invite(v *visit) error              { return kith.Refuse(kith.NotFound) }
func proposal(v *visit) error            { return kith.Refuse(kith.NotFound) }
func editProposal(v *visit) error        { return kith.Refuse(kith.NotFound) }
func saveProposal(v *visit) error        { return kith.Refuse(kith.NotFound) }
func withdrawingProposal(v *visit) error { return kith.Refuse(kith.NotFound) }
func withdrawProposal(v *visit) error    { return kith.Refuse(kith.NotFound) }
func shortlist(v *visit) error           { return kith.Refuse(kith.NotFound) }
func unshortlist(v *visit) error         { return kith.Refuse(kith.NotFound) }
func hiring(v *visit) error              { return kith.Refuse(kith.NotFound) }
func hire(v *visit) error                { return kith.Refuse(kith.NotFound) }
func notSelecting(v *visit) error        { return kith.Refuse(kith.NotFound) }
func notSelect(v *visit) error           { return kith.Refuse(kith.NotFound) }
func messages(v *visit) error            { return kith.Refuse(kith.NotFound) }
func thread(v *visit) error              { return kith.Refuse(kith.NotFound) }
func write(v *visit) error               { return kith.Refuse(kith.NotFound) }
func overview(v *visit) error            { return kith.Refuse(kith.NotFound) }
func tryAgain(v *visit) error            { return kith.Refuse(kith.NotFound) }
func village(v *visit) error             { return kith.Refuse(kith.NotFound) }
func beSomebody(v *visit) error          { return kith.Refuse(kith.NotFound) }
func villageLetters(v *visit) error      { return kith.Refuse(kith.NotFound) }
func villageLetter(v *visit) error       { return kith.Refuse(kith.NotFound) }
func passTime(v *visit) error            { return kith.Refuse(kith.NotFound) }
