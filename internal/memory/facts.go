package memory

import (
	"cmp"
	"slices"

	"kith/internal/kith"
	"kith/rank"
)

// Alike is how many jobs that share a skill with this one somebody took on here;
// the job itself doesn't count, nor do private ones.
func (v View) Alike(person, id string) (n int) {
	j := v.jobs[id]
	if j == nil {
		return 0
	}
	want := tags(j.Skills)
	seen := map[string]bool{id: true}
	for _, took := range v.took[person] {
		if seen[took] {
			continue
		}
		seen[took] = true
		if other := v.jobs[took]; other != nil && slices.ContainsFunc(tags(other.Skills), func(s string) bool { return slices.Contains(want, s) }) {
			n++
		}
	}
	return n
}

// HandedOn is how often one handed something on to the other, who took it up.
func (v View) HandedOn(from, to string) int { return v.handed[[2]string{from, to}] }

// Named is how a job writes a skill that the engine names in its own way.
func (j Job) Named(skill string) string { return named(j.Skills, skill) }

// Named is how a person writes a skill.
func (p Person) Named(skill string) string { return named(p.Skills, skill) }

func named(as []string, skill string) string {
	for _, s := range as {
		if rank.Skill(s) == skill {
			return s
		}
	}
	return skill
}

// mostJobs is how many open jobs are compared for one person.
const mostJobs = 40

// JobsWithSkills are open jobs of others that ask for one of somebody's skills,
// those with most of them first, then the newest. Private ones aren't among them.
func (v View) JobsWithSkills(person string) []string {
	p := v.people[person]
	if p == nil {
		return nil
	}
	shared := map[string]int{}
	var all []string
	for _, s := range tags(p.Skills) {
		for _, id := range v.bySkill[s] {
			if shared[id] == 0 && v.jobs[id].Client != person {
				all = append(all, id)
			}
			shared[id]++
		}
	}
	slices.SortFunc(all, func(a, b string) int {
		return cmp.Or(cmp.Compare(shared[b], shared[a]), v.jobs[b].PostedAt.Compare(v.jobs[a].PostedAt), cmp.Compare(a, b))
	})
	return all[:min(len(all), mostJobs)]
}

// Open says whether a job looks for somebody and isn't private.
func (j Job) Open() bool { return j.Status == kith.JobOpen && j.Visibility != kith.Private }
