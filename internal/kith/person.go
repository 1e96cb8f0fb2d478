package kith

import (
	"regexp"
	"strings"
	"time"
)

// Person is somebody with an account. Everybody can be client and freelancer.
type Person struct {
	ID           string
	Email        string // lower case
	Name         string
	Handle       string // without the @
	Headline     string
	About        string
	Skills       []string
	Languages    []string // ISO 639-1 codes
	Rate         Money    // an hour
	HoursPerWeek int      // that they have free; 0 = not stated
	TimeZone     string   // IANA; empty means the installation's
	JoinedAt     time.Time
	// DefaultPolicy is what their new jobs begin with; empty means open.
	DefaultPolicy Policy
}

// Someone is the person as named in other things.
func (p Person) Someone() Someone { return Someone{p.ID, p.Name, p.TimeZone} }

// FirstName is how a letter greets the person.
func FirstName(name string) string {
	first, _, _ := strings.Cut(strings.TrimSpace(name), " ")
	return first
}

var (
	handleForm = regexp.MustCompile(`^[a-z0-9](?:[a-z0-9_-]{0,28}[a-z0-9])?$`)
	emailForm  = regexp.MustCompile(`^[^\s@<>()",:;\\]+@[^\s@<>()",:;\\]+\.[^\s@<>()",:;\\.]+$`)
	idForm     = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$`)
)

// ValidHandle says whether h can be a handle.
func ValidHandle(h string) bool { return handleForm.MatchString(h) }

// ValidID says whether id can name a person, a job or an invitation.
func ValidID(id string) bool { return idForm.MatchString(id) }

// Address is an e-mail address as it is stored and compared, and whether it
// can be one.
func Address(typed string) (string, bool) {
	a := strings.ToLower(strings.TrimSpace(typed))
	return a, len(a) <= 254 && emailForm.MatchString(a) && Clean(a) == a
}

// Zone is the location of an IANA name, or fallback where the name is empty or
// unknown.
func Zone(name string, fallback *time.Location) *time.Location {
	if name == "" {
		return fallback
	}
	zone, err := time.LoadLocation(name)
	if err != nil {
		return fallback
	}
	return zone
}
