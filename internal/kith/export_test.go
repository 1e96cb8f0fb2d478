package kith

// Obstacles are the codes of may_refer.go in their order, for tests.
func Obstacles() (codes []Code) {
	for _, o := range obstacles {
		codes = append(codes, o.code)
	}
	return codes
}
