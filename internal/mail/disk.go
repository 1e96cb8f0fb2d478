package mail

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
)

// replace puts a whole file in the place of what has that name, or leaves all as
// it was.
func replace(dir, name string, content []byte) error {
	temp, err := os.CreateTemp(dir, ".letter-*")
	if err != nil {
		return fmt.Errorf("mail: %w", err)
	}
	_, err = temp.Write(content)
	err = errors.Join(err, temp.Sync(), temp.Close())
	if err == nil {
		err = os.Rename(temp.Name(), filepath.Join(dir, name))
	}
	if err != nil {
		return fmt.Errorf("mail: %w", errors.Join(err, os.Remove(temp.Name())))
	}
	return nil
}

// settle makes the names in dir outlast a power cut.
func settle(dir string) error {
	if runtime.GOOS == "windows" {
		return nil // has no such thing
	}
	d, err := os.Open(dir)
	if err != nil {
		return fmt.Errorf("mail: %w", err)
	}
	if err := errors.Join(d.Sync(), d.Close()); err != nil {
		return fmt.Errorf("mail: %w", err)
	}
	return nil
}

// list names the letters in dir, oldest first; a missing dir has none.
func list(dir string) (names []string, err error) {
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("mail: %w", err)
	}
	for _, e := range entries {
		if fileName.MatchString(e.Name()) {
			names = append(names, e.Name())
		}
	}
	return names, nil
}
