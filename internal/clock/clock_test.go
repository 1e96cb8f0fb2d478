package clock

import (
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

var noon = time.Date(2026, 5, 3, 12, 0, 0, 0, time.UTC)

func TestSteadyNeverGoesBack(t *testing.T) {
	at := func(d time.Duration) time.Time { return noon.Add(d) }
	athens := time.FixedZone("Athens", 3*3600)
	for _, c := range []struct {
		name       string
		read, told []time.Time
	}{
		{"goes on", []time.Time{at(0), at(1e9)}, []time.Time{at(0), at(1e9)}},
		{"cuts to microseconds", []time.Time{at(1999)}, []time.Time{at(1000)}},
		{"turns to UTC", []time.Time{at(0).In(athens)}, []time.Time{at(0)}},
		{
			"stands still until it has caught up",
			[]time.Time{at(0), at(-time.Hour), at(-1), at(0), at(time.Second)},
			[]time.Time{at(0), at(0), at(0), at(0), at(time.Second)},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			var told []time.Time
			s := &steady{}
			for _, r := range c.read {
				s.read = func() time.Time { return r }
				told = append(told, s.Now())
			}
			if diff := cmp.Diff(c.told, told); diff != "" {
				t.Errorf("told (-want +got):\n%s", diff)
			}
		})
	}
}

func TestSteadyAmongManyReaders(t *testing.T) {
	var mu sync.Mutex
	step := 0
	s := &steady{read: func() time.Time { // every third reading jumps back
		mu.Lock()
		defer mu.Unlock()
		step++
		return noon.Add(time.Duration(step-step%3*20) * time.Millisecond)
	}}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			last := time.Time{}
			for range 2000 {
				now := s.Now()
				if now.Before(last) {
					t.Errorf("%s came after %s", now, last)
				}
				last = now
			}
		})
	}
	wg.Wait()
}

func TestSystem(t *testing.T) {
	before := time.Now().Truncate(time.Microsecond)
	now := System().Now()
	if now.Before(before) || now.Sub(before) > time.Minute {
		t.Errorf("Now() = %s, the machine says %s", now, before)
	}
	if now.Location() != time.UTC || now.Nanosecond()%1000 != 0 || now != now.Round(0) {
		t.Errorf("Now() = %s, want UTC, microseconds, no monotonic reading", now)
	}
	if System() != System() {
		t.Error("two System clocks can disagree")
	}
}

func TestManual(t *testing.T) {
	m := Fixed(noon.Add(1234 * time.Nanosecond).In(time.FixedZone("", 3600)))
	steps := []struct {
		name string
		do   func()
		want time.Time
	}{
		{"cut, in UTC", func() {}, noon.Add(time.Microsecond)},
		{"passed", func() { m.Pass(48 * time.Hour) }, noon.Add(48*time.Hour + time.Microsecond)},
		{"set", func() { m.Set(noon.Add(50*time.Hour + 1)) }, noon.Add(50 * time.Hour)},
		{"set to the same", func() { m.Set(noon.Add(50 * time.Hour)) }, noon.Add(50 * time.Hour)},
	}
	for _, s := range steps {
		if s.do(); m.Now() != s.want {
			t.Errorf("%s: Now() = %s, want %s", s.name, m.Now(), s.want)
		}
	}
	if got, want := m.Pass(time.Hour), noon.Add(51*time.Hour); got != want {
		t.Errorf("Pass() = %s, want %s", got, want)
	}
}

func TestManualWontGoBack(t *testing.T) {
	for name, back := range map[string]func(*Manual){
		"Set":  func(m *Manual) { m.Set(noon.Add(-time.Microsecond)) },
		"Pass": func(m *Manual) { m.Pass(-time.Second) },
	} {
		t.Run(name, func(t *testing.T) {
			m := Fixed(noon)
			defer func() {
				if recover() == nil || m.Now() != noon {
					t.Errorf("no panic, or moved to %s", m.Now())
				}
			}()
			back(m)
		})
	}
}

func TestShift(t *testing.T) {
	base := Fixed(noon)
	s := Shifted(base)
	for _, c := range []struct {
		name   string
		ahead  time.Duration
		ok     bool
		offset time.Duration
	}{
		{"level", 0, true, 0},
		{"two days", 48 * time.Hour, true, 48 * time.Hour},
		{"and a bit", time.Microsecond + 1, true, 48*time.Hour + time.Microsecond},
		{"never back", -time.Second, false, 48*time.Hour + time.Microsecond},
		{"too far", Furthest, false, 48*time.Hour + time.Microsecond},
		{"far beyond", 1<<63 - 1, false, 48*time.Hour + time.Microsecond},
		{"to the end", Furthest - 48*time.Hour - time.Microsecond, true, Furthest},
	} {
		if err := s.Ahead(c.ahead); (err == nil) != c.ok {
			t.Errorf("%s: Ahead(%s) = %v", c.name, c.ahead, err)
		}
		if s.Offset() != c.offset || s.Now() != noon.Add(c.offset) {
			t.Errorf("%s: offset %s and time %s, want %s", c.name, s.Offset(), s.Now(), c.offset)
		}
	}
	base.Pass(time.Hour)
	if want := noon.Add(Furthest + time.Hour); s.Now() != want {
		t.Errorf("Now() = %s, want %s: the base went on", s.Now(), want)
	}
}

func TestShiftAddsUpAmongMany(t *testing.T) {
	s := Shifted(System())
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			last := time.Time{}
			for range 20_000 {
				if err := s.Ahead(time.Minute); err != nil {
					t.Error(err)
				}
				if now := s.Now(); now.Before(last) {
					t.Errorf("%s came after %s", now, last)
				} else {
					last = now
				}
			}
		})
	}
	wg.Wait()
	if want := 8 * 20_000 * time.Minute; s.Offset() != want {
		t.Errorf("Offset() = %s, want %s", s.Offset(), want)
	}
}
