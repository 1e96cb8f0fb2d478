package web

import "kith/internal/kith"

func start(v *visit) error       { return kith.Refuse(kith.NotFound) }
func how(v *visit) error         { return kith.Refuse(kith.NotFound) }
func gallery(v *visit) error     { return kith.Refuse(kith.NotFound) }
func signIn(v *visit) error      { return kith.Refuse(kith.NotFound) }
func askToSignIn(v *visit) error { return kith.Refuse(kith.NotFound) }
func codeForm(v *visit) error    { return kith.Refuse(kith.NotFound) }
func typeCode(v *visit) error    { return kith.Refuse(kith.NotFound) }
func door(v *visit) error        { return kith.Refuse(kith.NotFound) }
func openDoor(v *visit) error    { return kith.Refuse(kith.NotFound) }
func joinForm(v *visit) error    { return kith.Refuse(kith.NotFound) }
func join(v *visit) error        { return kith.Refuse(kith.NotFound) }
func signOut(v *visit) error     { return kith.Refuse(kith.NotFound) }
func profile(v *visit) error     { return kith.Refuse(kith.NotFound) }
func saveProfile(v *visit) error { return kith.Refuse(kith.NotFound) }
func person(v *visit) error      { return kith.Refuse(kith.NotFound) }
func jobs(v *visit) error        { return kith.Refuse(kith.NotFound) }
func myJobs(v *visit) error      { return kith.Refuse(kith.NotFound) }
func newJob(v *visit) error      { return kith.Refuse(kith.NotFound) }
func postJob(v *visit) error     { return kith.Refuse(kith.NotFound) }
func job(v *visit) error         { return kith.Refuse(kith.NotFound) }
func editJob(v *visit) error     { return kith.Refuse(kith.NotFound) }
func saveJob(v *visit) error     { return kith.Refuse(kith.NotFound) }
func closingJob(v *visit) error  { return kith.Refuse(kith.NotFound) }
func closeJob(v *visit) error    { return kith.Refuse(kith.NotFound) }
func applyForm(v *visit) error   { return kith.Refuse(kith.NotFound) }
func apply(v *visit) error       { return kith.Refuse(kith.NotFound) }
