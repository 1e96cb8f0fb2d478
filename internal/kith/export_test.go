package kith

// Obstacles are the codes of may_refer.go in their order, for tests.
func Obstacles() (codes []Code) {
	for _, o := range obstacles {
		codes = append(codes, o.code)
	}
	return codes
}

// Hindrances are the names of what keeps a candidate from being asked.
func Hindrances() (names []string) {
	for _, h := range hindrances {
		names = append(names, h.name)
	}
	return names
}
