package kith

import (
	"fmt"
	"hash/fnv"
)

// An edition is what words were when somebody began to change them. A form
// carries it, and whoever saves after somebody else has saved is told so instead
// of writing over it. It is no secret, and no proof of anything.

// Edition is that of a job's words and terms.
func (j Job) Edition() string {
	return edition(j.Title, j.Text, j.Skills, j.Visibility, j.StatedPolicy, j.MinVouch, j.Openings, j.Budget, j.WantedBy)
}

// Edition is that of the referrer's words.
func (r Referral) Edition() string { return edition(r.Vouch, r.Shared, r.Note, r.HandOver) }

// Edition is that of what the freelancer offers.
func (p Proposal) Edition() string { return edition(p.Rate, p.Letter) }

// Edition is that of a profile.
func (p Person) Edition() string {
	return edition(p.Name, p.Handle, p.Headline, p.About, p.Skills, p.Languages, p.Rate, p.HoursPerWeek, p.TimeZone, p.DefaultPolicy)
}

func edition(words ...any) string {
	h := fnv.New64a()
	fmt.Fprintf(h, "%q", words)
	return fmt.Sprintf("%016x", h.Sum64())
}
