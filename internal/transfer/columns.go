package transfer

import (
	"kith/internal/kith"
)

// column is one field of a line: how it is read, and how it is shown.
type column[T any] struct {
	name string
	// read says what the value on the line sets, or which problem it has.
	read func(raw []byte) (set func(*T), problem string)
	show func(T) any
}

var personColumns = []column[kith.Person]{
	text("email", func(p *kith.Person) *string { return &p.Email }),
	text("name", func(p *kith.Person) *string { return &p.Name }),
	text("handle", func(p *kith.Person) *string { return &p.Handle }),
	text("headline", func(p *kith.Person) *string { return &p.Headline }),
	text("about", func(p *kith.Person) *string { return &p.About }),
	list("skills", func(p *kith.Person) *[]string { return &p.Skills }),
	list("languages", func(p *kith.Person) *[]string { return &p.Languages }),
	money("rate", func(p *kith.Person) *kith.Money { return &p.Rate }),
	number("hours_per_week", func(p *kith.Person) *int { return &p.HoursPerWeek }),
	text("time_zone", func(p *kith.Person) *string { return &p.TimeZone }),
	moment("joined_at", func(p *kith.Person) *when { return &p.JoinedAt }),
}

var jobColumns = []column[kith.Job]{
	id("client", func(j *kith.Job) *string { return &j.Client.ID }),
	text("title", func(j *kith.Job) *string { return &j.Title }),
	text("text", func(j *kith.Job) *string { return &j.Text }),
	list("skills", func(j *kith.Job) *[]string { return &j.Skills }),
	text("visibility", func(j *kith.Job) *kith.Visibility { return &j.Visibility }),
	text("policy", func(j *kith.Job) *kith.Policy { return &j.StatedPolicy }),
	text("min_vouch", func(j *kith.Job) *kith.Vouch { return &j.MinVouch }),
	text("status", func(j *kith.Job) *kith.JobStatus { return &j.Status }),
	number("openings", func(j *kith.Job) *int { return &j.Openings }),
	budget("budget", func(j *kith.Job) *kith.Range { return &j.Budget }),
	date("wanted_by", func(j *kith.Job) *string { return &j.WantedBy }),
	moment("posted_at", func(j *kith.Job) *when { return &j.PostedAt }),
	moment("ended_at", func(j *kith.Job) *when { return &j.EndedAt }),
}

var invitationColumns = []column[kith.Invitation]{
	id("job", func(i *kith.Invitation) *string { return &i.Job.ID }),
	id("freelancer", func(i *kith.Invitation) *string { return &i.Freelancer.ID }),
	text("message", func(i *kith.Invitation) *string { return &i.Message }),
	text("status", func(i *kith.Invitation) *kith.InvitationState { return &i.State }),
	text("reason", func(i *kith.Invitation) *kith.DeclineReason { return &i.Reason }),
	date("not_now_until", func(i *kith.Invitation) *string { return &i.NotNowTill }),
	moment("invited_at", func(i *kith.Invitation) *when { return &i.InvitedAt }),
	moment("expires_at", func(i *kith.Invitation) *when { return &i.ExpiresAt }),
	moment("ended_at", func(i *kith.Invitation) *when { return &i.EndedAt }),
}
