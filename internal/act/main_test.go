package act_test

import (
	"flag"
	"os"
	"testing"
)

// TestMain runs 200 random stories on each database, a few with -short;
// -rapid.checks says how many else.
func TestMain(m *testing.M) {
	flag.Parse()
	asked := false
	flag.Visit(func(f *flag.Flag) { asked = asked || f.Name == "rapid.checks" })
	runs := "200"
	if testing.Short() {
		runs = "25"
	}
	if !asked {
		if err := flag.Set("rapid.checks", runs); err != nil {
			panic(err)
		}
	}
	os.Exit(m.Run())
}
