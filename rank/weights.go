package rank

// Weights say how much each line counts, in thousandths, and set the rules
// around them. There is one set for everything; a weight is never below 0, and
// the sign of a line is fixed by what it means.
type Weights struct {
	Refer Lines `json:"refer"` // while somebody refers: K counts
	Other Lines `json:"other"` // for clients, and for jobs that suit somebody

	NewcomerOf   int `json:"newcomer_of"`   // of so many places one is a newcomer's; 0 = none
	NewcomerDone int `json:"newcomer_done"` // below so many finished jobs somebody is a newcomer
	Cap          int `json:"cap"`           // suggestions of a person a day; 0 = no limit
	Slots        int `json:"slots"`         // how much showing doubles the load
	JobLoad      int `json:"job_load"`      // the weight of load where jobs are put in order, in thousandths
	JobSlots     int `json:"job_slots"`     // how much showing doubles the load of a job
	PriorMean    int `json:"prior_mean"`    // of "would work together again", in thousandths
	PriorWeight  int `json:"prior_weight"`  // so many answers is the prior worth
	Spread       int `json:"spread"`        // c of U, in thousandths
}

// Lines are weights in thousandths, by line.
type Lines map[string]int

// Line is one term of the score.
type Line struct {
	Part  Part
	Key   string
	Means string // a sentence of what it says and why it may count
}

// Part is a part of the score, named as people are shown it.
type Part byte

// Parts in the order in which they are shown.
const Parts = "FWHKCATUVL"

// the places of the lines in a score.
const (
	lSkills = iota
	lWords
	lNear
	lFive
	lAlike
	lSet30
	lSet7
	lTags
	lBareTags
	lBareAsked
	lBareSet
	lPath
	lWeek
	lFromNear
	lFromSet
	lBack
	lCircle
	lLevel
	lLanguage
	lZone
	lRate
	lHours
	lInterests
	lFloor
	lWaiting
	lTrack
	lUnknown
	lVouch
	lLoad
	nLines
)

// All are the lines of the score, in their order.
var All = [nLines]Line{
	lSkills:    {'F', "skills", "Skills that the job asks for and the person lacks take points off, rare ones more; a related skill makes up for a part."},
	lWords:     {'W', "words", "Words that profile and job share add a little; a profile can be stuffed with words."},
	lNear:      {'H', "near", "The person had jobs like this one, by words and by what they are filed under; recent ones count more."},
	lFive:      {'H', "five", "The person had one of the five most similar jobs."},
	lAlike:     {'H', "alike", "The person had jobs with the same words, wherever they were filed."},
	lSet30:     {'H', "same_month", "The person had jobs filed exactly like this one, lately (half-life 30 days)."},
	lSet7:      {'H', "same_week", "The person had jobs filed exactly like this one in the last days (half-life 7 days)."},
	lTags:      {'H', "areas", "The person took on jobs in the same areas when others handed them on."},
	lBareTags:  {'H', "bare_areas", "Where a job has no words, its areas are all there is, and they count more."},
	lBareAsked: {'H', "bare_asked", "Where a job has no words: the person was asked in the same areas lately; the answer doesn't matter."},
	lBareSet:   {'H', "bare_same", "Where a job has no words: the person had jobs filed exactly like it."},
	lPath:      {'K', "handed_on", "Those who had this job handed others on to the person, who took them up."},
	lWeek:      {'K', "handed_on_lately", "Whoever refers handed something on to the person in the last days, and it was taken up."},
	lFromNear:  {'K', "handed_on_alike", "Whoever refers had a job like this one, and it came to the person."},
	lFromSet:   {'K', "handed_on_same", "Whoever refers handed jobs filed exactly like this one on to the person."},
	lBack:      {'K', "back", "The person handed something on to whoever refers."},
	lCircle:    {'K', "circle", "The person is in the confirmed circle of whoever refers."},
	lLevel:     {'C', "level", "The client wants a higher level than the person states."},
	lLanguage:  {'C', "language", "The person doesn't state the job's language."},
	lZone:      {'C', "zone", "Their working hours overlap little."},
	lRate:      {'C', "rate", "The rate is above the budget, by how much; a rate inside it changes nothing."},
	lHours:     {'A', "hours", "The person has fewer hours free than the job needs."},
	lInterests: {'A', "interests", "The person would like jobs of this kind."},
	lFloor:     {'A', "floor", "The budget is below what the person works for."},
	lWaiting:   {'A', "waiting", "Invitations already wait for the person's answer."},
	lTrack:     {'T', "track", "How many would work with the person again, carefully estimated and faded with two years' half-life."},
	lUnknown:   {'U', "unknown", "How much better the person could be than is known: it fades by itself with each outcome."},
	lVouch:     {'V', "vouch", "The strongest word that somebody gave for the person, more where both say it."},
	lLoad:      {'L', "load", "How much the person, or the job, has been shown lately; it spreads the suggestions."},
}

// Defaults are the weights that Kith is delivered with. Those of H and K are what
// kith fit found on the first 70 % of three histories of real handing on; the
// others are set by hand, for want of data.
func Defaults() Weights {
	return Weights{
		Refer: Lines{
			"skills": 1000, "words": 100, "near": 496, "five": 142, "alike": 367, "same_month": 265, "same_week": 38, "areas": 232,
			"bare_areas": 950, "bare_asked": 607, "bare_same": 168,
			"handed_on": 617, "handed_on_lately": 239, "handed_on_alike": 224, "handed_on_same": 499, "back": 93, "circle": 1000,
			"level": 1000, "language": 1000, "zone": 1000, "rate": 1000, "hours": 1000, "interests": 200, "floor": 1000, "waiting": 300,
			"track": 1000, "unknown": 1000, "vouch": 1000, "load": 300,
		},
		Other: Lines{
			"skills": 1000, "words": 100, "near": 686, "five": 26, "alike": 7, "same_month": 342, "same_week": 279, "areas": 1075,
			"bare_areas": 302, "bare_asked": 1753, "bare_same": 107,
			"circle": 0,
			"level":  1000, "language": 1000, "zone": 1000, "rate": 1000, "hours": 1000, "interests": 200, "floor": 1000, "waiting": 300,
			"track": 1000, "unknown": 1000, "vouch": 1000, "load": 300,
		},
		NewcomerOf: 5, NewcomerDone: 5, Cap: 20, Slots: 30, JobLoad: 1000, JobSlots: 3, PriorMean: 800, PriorWeight: 6, Spread: 1000,
	}
}

func (w Weights) row(q Kindred) (row [nLines]int) {
	lines := w.Other
	if q == Refer {
		lines = w.Refer
	}
	for i, l := range All {
		row[i] = lines[l.Key]
	}
	if q == Jobs {
		row[lLoad] = w.JobLoad
	}
	return row
}
