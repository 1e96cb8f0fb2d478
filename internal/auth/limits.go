package auth

import (
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// Limits are how often somebody may try at the door.
type Limits struct {
	Ask     *Limiter // sign-in letters asked for, by network address
	Letters *Limiter // sign-in letters sent, by mail address
	Code    *Limiter // codes typed, by network address
	Form    *Limiter // forms kept for people who have to sign in again, by network address
}

// NewLimits are the limits that keep the door from being forced: thirty letters
// at once from one network and then one every ten seconds, five to one address
// and then one every two minutes, thirty codes and thirty kept forms and then one
// every ten seconds.
func NewLimits() *Limits {
	return &Limits{
		Ask:     NewLimiter(10*time.Second, 30),
		Letters: NewLimiter(2*time.Minute, 5),
		Code:    NewLimiter(10*time.Second, 30),
		Form:    NewLimiter(10*time.Second, 30),
	}
}

// Limiter lets each key do something a few times at once and then once every so
// often. It forgets keys that have all their tries back.
type Limiter struct {
	every time.Duration
	burst int
	mu    sync.Mutex
	keys  map[string]*rate.Limiter
}

// NewLimiter makes one: burst at once, then one every so often.
func NewLimiter(every time.Duration, burst int) *Limiter {
	return &Limiter{every: every, burst: burst, keys: map[string]*rate.Limiter{}}
}

// mostKeys is how many keys are held before those at rest are forgotten.
const mostKeys = 10_000

// Allow says whether the key may now, and counts it.
func (l *Limiter) Allow(key string, now time.Time) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	one, ok := l.keys[key]
	if !ok {
		l.forget(now)
		one = rate.NewLimiter(rate.Every(l.every), l.burst)
		l.keys[key] = one
	}
	return one.AllowN(now, 1)
}

func (l *Limiter) forget(now time.Time) {
	if len(l.keys) < mostKeys {
		return
	}
	for key, one := range l.keys {
		if one.TokensAt(now) >= float64(l.burst) {
			delete(l.keys, key)
		}
	}
}
