package rank

import (
	"fmt"
	"runtime"
	"testing"
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
			b.ReportAllocs()
			b.ResetTimer()
			for i := range b.N {
				m.Ask(questions[i%len(questions)])
			}
			b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/float64(people), "bytes/person")
		})
	}
}

func BenchmarkPutPerson(b *testing.B) {
	w := invented(1, 10_000, 1000)
	m := w.market()
	b.ReportAllocs()
	b.ResetTimer()
	for i := range b.N {
		m.PutPerson(w.people[i%len(w.people)])
	}
}
