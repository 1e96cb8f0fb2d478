package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"kith/internal/kithtest"
)

// said is what a command said, and how it ended.
type said struct {
	out, err string
	code     int
}

func says(t *testing.T, args ...string) said {
	t.Helper()
	var out, err bytes.Buffer
	code := run(t.Context(), args, streams{strings.NewReader(""), &out, &err})
	return said{out.String(), err.String(), code}
}

// here makes a folder of its own the working directory.
func here(t *testing.T) { t.Chdir(t.TempDir()) }

func write(t *testing.T, name, text string) string {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

func TestHelpTeaches(t *testing.T) {
	for _, args := range [][]string{{}, {"--help"}, {"serve", "--help"}, {"demo", "--help"}, {"import", "--help"}, {"export", "--help"}} {
		got := says(t, args...)
		if got.code != 0 || got.err != "" || !strings.Contains(got.out, "Usage: kith") {
			t.Errorf("kith %v: code %d, %s%s", args, got.code, got.out, got.err)
		}
	}
	help := says(t, "serve", "--help").out
	for flag, env := range map[string]string{
		"listen": "LISTEN", "database": "DATABASE", "base-url": "BASE_URL", "site-name": "SITE_NAME", "smtp": "SMTP", "mail-from": "MAIL_FROM",
		"mail-dir": "MAIL_DIR", "operator": "OPERATOR", "time-zone": "TIME_ZONE", "currency": "CURRENCY", "trust-proxy": "TRUST_PROXY",
	} {
		if !strings.Contains(help, "--"+flag) || !strings.Contains(help, "$KITH_"+env) {
			t.Errorf("kith serve --help doesn't tell of --%s and $KITH_%s", flag, env)
		}
	}
}

// TestSlipsAreToldInASentence: one line on stderr, code 1, nothing else.
func TestSlipsAreToldInASentence(t *testing.T) {
	here(t)
	write(t, "list.json", `["a"]`)
	write(t, "slip.json", `{"data_base": "sqlite:x.db"}`)
	write(t, "two.json", `{} {}`)
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"sevre"}, `kith: unexpected argument sevre, did you mean "serve"?`},
		{[]string{"serve", "--lisen", ":80"}, `kith: unknown flag --lisen, did you mean "--listen"?`},
		{[]string{"serve", "--listen", "nowhere"}, "kith: can't listen on nowhere: "},
		{[]string{"serve", "--listen", "127.0.0.1:0", "--base-url", "kith.example"}, `kith: --base-url must be like https://kith.example, without a path, not "kith.example"`},
		{[]string{"serve", "--listen", "127.0.0.1:0", "--base-url", "https://kith.example/jobs"}, "kith: --base-url must be"},
		{[]string{"serve", "--listen", "127.0.0.1:0", "--time-zone", "Lisbon"}, `kith: --time-zone must be like Europe/Lisbon, not "Lisbon"`},
		{[]string{"serve", "--listen", "127.0.0.1:0", "--currency", "euro"}, `kith: --currency must be like EUR, not "euro"`},
		{[]string{"serve", "--listen", "127.0.0.1:0", "--waiting-per-job", "0"}, "kith: --waiting-per-job must be 1 or more, not 0"},
		{[]string{"serve", "--listen", "127.0.0.1:0", "--operator", "ann"}, `kith: --operator must be a mail address, not "ann"`},
		{[]string{"serve", "--listen", "127.0.0.1:0", "--smtp", "smtp://localhost"}, "kith: --smtp needs --mail-from"},
		{[]string{"serve", "--listen", "127.0.0.1:0", "--smtp", "mail.example", "--mail-from", "kith@kith.example"}, "kith: mail: the server is not of the form smtp://"},
		{[]string{"serve", "--listen", "127.0.0.1:0", "--smtp", "smtp://localhost", "--mail-dir", "letters"}, "kith: give --smtp or --mail-dir, not both"},
		{[]string{"serve", "--listen", "127.0.0.1:0", "--mail-dir", "letters", "--database", "mysql://kith:secret@host"}, `kith: the database must be sqlite:PATH or postgres://…, not "mysql:…"`},
		{[]string{"serve", "--config", "nowhere.json"}, "kith: open "},
		{[]string{"serve", "--config", "list.json"}, "kith: the settings aren't a JSON object"},
		{[]string{"serve", "--config", "two.json"}, "kith: the settings must be one JSON object"},
		{[]string{"serve", "--config", "slip.json"}, `kith: there is no setting "data_base"; there are: base_url, currency, data, database, `},
		{[]string{"import"}, `kith: expected "<file> ..."`},
		{[]string{"import", "nowhere.jsonl"}, "kith: open nowhere.jsonl"},
		{[]string{"export"}, "kith: there is no database to export"},
	} {
		got := says(t, c.args...)
		if got.code != 1 || !strings.HasPrefix(got.err, c.want) || got.out != "" {
			t.Errorf("kith %v: code %d, said %q, want %q", c.args, got.code, got.err, c.want)
		}
		if strings.Contains(got.err, "secret") {
			t.Errorf("kith %v told a password", c.args)
		}
	}
	if left, _ := filepath.Glob("*.db"); len(left) > 0 {
		t.Errorf("slips left databases behind: %v", left)
	}
}

// TestSettingsGoBeforeOneAnother: a flag before the environment, that before the
// file, that before what holds without.
func TestSettingsGoBeforeOneAnother(t *testing.T) {
	here(t)
	write(t, "kith.json", `{"site_name": "File", "currency": "SEK", "listen": ":1", "operator": ["a@kith.test", "b@kith.test"], "trust_proxy": true}`)
	t.Setenv("KITH_SITE_NAME", "Environment")
	t.Setenv("KITH_CURRENCY", "NOK")
	command, err := parse([]string{"serve", "--config", "kith.json", "--site-name", "Flag"}, streams{})
	if err != nil {
		t.Fatal(err)
	}
	c := command.Model.Target.Interface().(commands).Serve
	if c.SiteName != "Flag" || c.Currency != "NOK" || c.Listen != ":1" || len(c.Operator) != 2 || !c.TrustProxy || c.TimeZone != "UTC" {
		t.Errorf("%+v", c)
	}
}

func TestImportSaysWhatItDid(t *testing.T) {
	kithtest.OnBoth(t, func(t *testing.T, url string) {
		here(t)
		jobs := write(t, "jobs.jsonl", `{"kind":"job","id":"j","client":"a","title":"T","text":"T","visibility":"public"}`)
		people := write(t, "people.jsonl", `{"kind":"person","id":"a","email":"a@kith.test","name":"A"}`)
		for _, want := range []string{"in all       2 new, 0 changed, 0 as they were\n", "in all       0 new, 0 changed, 2 as they were\n"} {
			if got := says(t, "import", "--database", url, jobs, people); got.code != 0 || !strings.HasSuffix(got.out, want) {
				t.Errorf("code %d, %s%s", got.code, got.out, got.err)
			}
		}
		if got := says(t, "export", "--database", url, "all.jsonl"); got.code != 0 || got.err != "Wrote 1 people, 1 job and 0 invitations to all.jsonl\n" {
			t.Errorf("code %d, %s", got.code, got.err)
		}
		written, err := os.ReadFile("all.jsonl")
		if err != nil || string(written) != says(t, "export", "--database", url).out {
			t.Errorf("the file and the standard output differ: %v", err)
		}
		wrong := write(t, "wrong.jsonl", strings.Repeat(`{"kind":"person","id":"b","mail":"b@kith.test"}`+"\n", 40))
		got := says(t, "import", "--database", url, wrong)
		if lines := strings.Count(got.err, "\nwrong.jsonl:"); got.code != 1 || lines != mostFaults || !strings.Contains(got.err, "\n… and ") || !strings.Contains(got.err, "kith: nothing was brought in: ") {
			t.Errorf("code %d, %d lines: %s", got.code, lines, got.err)
		}
	})
}

// served is a running site.
type served struct {
	base string
	stop func() said
}

// serve runs a command that serves, until stop.
func serve(t *testing.T, args ...string) served {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	var out, log safe
	ended := make(chan int, 1)
	go func() { ended <- run(ctx, args, streams{strings.NewReader(""), &out, &log}) }()
	stop := func() said {
		cancel()
		code := <-ended
		return said{out.String(), log.String(), code}
	}
	base := waitFor(t, ended, func() string { return regexp.MustCompile(`http://127\.0\.0\.1:\d+`).FindString(out.String()) })
	if base == "" {
		t.Fatalf("kith %v doesn't say where it is: %+v", args, stop())
	}
	t.Cleanup(cancel)
	return served{base, stop}
}
