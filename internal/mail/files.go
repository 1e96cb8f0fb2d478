package mail

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
)

// File is a letter in a folder.
type File struct {
	// Name is the file's, without the directory; ReadFile takes it.
	Name string
	Message
}

// ReadFolder is every letter that Folder has written into dir, newest first.
// Other files are passed over, and a missing directory has no letters. A letter
// that can't be read is left out and named in the error; the others come with
// it.
func ReadFolder(dir string) ([]File, error) {
	names, err := list(dir)
	var files []File
	errs := []error{err}
	for _, name := range slices.Backward(names) {
		f, err := ReadFile(dir, name)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		files = append(files, f)
	}
	return files, errors.Join(errs...)
}

// ReadFile is one letter that Folder has written into dir. The name may come
// from a URL: whatever isn't the name of a letter, or leads out of dir by a
// link, can't be read. For a letter that isn't there, and for a name that no
// letter has, the error is fs.ErrNotExist.
func ReadFile(dir, name string) (File, error) {
	if !fileName.MatchString(name) {
		return File{}, fmt.Errorf("mail: letter %q: %w", name, fs.ErrNotExist)
	}
	f, err := os.OpenInRoot(dir, name)
	if err != nil {
		return File{}, fmt.Errorf("mail: %w", err)
	}
	defer f.Close()
	m, err := Parse(f)
	if err != nil {
		return File{}, fmt.Errorf("%s: %w", name, err)
	}
	return File{Name: name, Message: m}, nil
}
