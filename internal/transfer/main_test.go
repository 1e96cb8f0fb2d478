package transfer_test

import (
	"flag"
	"os"
	"testing"
)

// TestMain draws fewer random files than rapid does by itself, since each needs
// databases; -rapid.checks says how many.
func TestMain(m *testing.M) {
	flag.Parse()
	asked := false
	flag.Visit(func(f *flag.Flag) { asked = asked || f.Name == "rapid.checks" })
	if !asked {
		if err := flag.Set("rapid.checks", "20"); err != nil {
			panic(err)
		}
	}
	os.Exit(m.Run())
}
