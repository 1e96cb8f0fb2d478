package mail

import (
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"regexp"
	"sync"
)

// Folder writes each letter into dir as one file, for the demo village and for
// operators who let another program send them. The directory is made when it is
// missing; only the owner can read what is in it, since letters hold links to
// sign in with.
//
// A file is named after the date and the Message-ID, it is whole and on the disk
// when Deliver returns nil, and a letter delivered again takes the place of the
// one before. One Folder may be used from many goroutines; two processes must
// not share a directory.
func Folder(dir string) Deliverer { return &folder{dir: dir} }

type folder struct {
	dir string
	mu  sync.Mutex
}

// fileName is what Folder calls its files: the date in UTC, then 32 digits from
// the Message-ID.
var fileName = regexp.MustCompile(`^\d{8}T\d{6}\.\d{6}Z-([0-9a-f]{32})\.eml$`)

func (f *folder) Deliver(ctx context.Context, messages []Message) []error {
	f.mu.Lock()
	defer f.mu.Unlock()
	errs := make([]error, len(messages))
	there, err := f.open()
	for i := range messages {
		if errs[i] = err; err == nil {
			errs[i] = f.put(ctx, messages[i], there)
		}
	}
	if err := settle(f.dir); err != nil {
		fill(errs, err)
	}
	return errs
}

// open makes the directory and says which files are there, by the part of the
// name that is the Message-ID's.
func (f *folder) open() (map[string]string, error) {
	if err := os.MkdirAll(f.dir, 0o700); err != nil {
		return nil, fmt.Errorf("mail: %w", err)
	}
	names, err := list(f.dir)
	there := map[string]string{}
	for _, name := range names {
		there[fileName.FindStringSubmatch(name)[1]] = name
	}
	return there, err
}

func (f *folder) put(ctx context.Context, m Message, there map[string]string) error {
	if ctx.Err() != nil {
		return fmt.Errorf("mail: %w", context.Cause(ctx))
	}
	m, err := m.checked()
	if err != nil {
		return err
	}
	raw, err := write(m)
	if err != nil {
		return err
	}
	sum := sha256.Sum256([]byte(m.MessageID))
	id := fmt.Sprintf("%x", sum[:16])
	if there[id] == "" {
		there[id] = m.Date.Format("20060102T150405.000000Z") + "-" + id + ".eml"
	}
	return replace(f.dir, there[id], raw)
}

func fill(errs []error, err error) {
	for i := range errs {
		if errs[i] == nil {
			errs[i] = err
		}
	}
}
