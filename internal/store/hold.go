package store

import (
	"context"
	"database/sql"
	"errors"
	"io"
	"net/url"
)

// ErrHeld says that another program holds the file.
var ErrHeld = errors.New("another program holds it")

// Hold takes a file for this program alone, until it is closed or the program
// ends in whatever way. SQLite's own lock does it, which every system has.
func Hold(ctx context.Context, path string) (io.Closer, error) {
	q := url.Values{"_pragma": {"locking_mode(EXCLUSIVE)"}, "_txlock": {"exclusive"}}
	file, err := sql.Open("sqlite", "file:"+(&url.URL{Path: path}).EscapedPath()+"?"+q.Encode())
	if err != nil {
		return nil, err
	}
	file.SetMaxOpenConns(1)
	if _, err := file.ExecContext(ctx, "BEGIN EXCLUSIVE"); err != nil {
		return nil, errors.Join(ErrHeld, err, file.Close())
	}
	return file, nil
}
