package rank

import (
	"fmt"
	"runtime"
	"syscall"
	"testing"
	"time"
)

func BenchmarkAsk(b *testing.B) {
	for _, people := range []int{10_000, 100_000} {
		b.Run(fmt.Sprint(people), func(b *testing.B) {
			var before, after runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&before)
			w := invented(1, people, people/10)
			m := w.market()
			runtime.GC()
			runtime.ReadMemStats(&after)
			questions := w.questions(30)
			m.Ask(questions[0])
			b.ReportAllocs()
			b.ResetTimer()
			begun := used()
			for i := range b.N {
				m.Ask(questions[i%len(questions)])
			}
			b.ReportMetric(float64(used()-begun)/float64(b.N)/1e6, "cpu-ms/op")
			b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/float64(people), "bytes/person")
		})
	}
}

// used is the processor's time of this process so far.
func used() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func BenchmarkWhy(b *testing.B) {
	w := invented(1, 10_000, 1000)
	m := w.market()
	b.ReportAllocs()
	b.ResetTimer()
	for i := range b.N {
		m.Why(Question{Kind: Client, Job: "job1", Day: 900, Limit: 10}, w.people[i%len(w.people)].ID)
	}
}

func BenchmarkChange(b *testing.B) {
	for _, people := range []int{10_000, 100_000} {
		w := invented(1, people, people/10)
		m := w.market()
		for name, change := range map[string]func(i int){
			"person": func(i int) { m.PutPerson(w.people[i%len(w.people)]) },
			"event":  func(i int) { m.Add(w.events[i%len(w.events)]) },
			"job":    func(i int) { m.PutJob(w.jobs[i%len(w.jobs)]) },
			"shown":  func(i int) { m.AddShown(w.shown[i%len(w.shown)]) },
		} {
			b.Run(fmt.Sprint(people, "/", name), func(b *testing.B) {
				b.ReportAllocs()
				for i := range b.N {
					change(i)
				}
			})
		}
	}
}
