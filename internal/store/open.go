package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

//go:embed migrations
var migrations embed.FS

// Open opens the database at url, `sqlite:PATH` or `postgres://…`, creates or
// moves its schema to what this program knows, and refuses, in words, one that
// could lose acknowledged writes or that a newer program has written.
func Open(ctx context.Context, url string) (*Store, error) {
	s, err := connect(url)
	if err != nil {
		return nil, err
	}
	if err := errors.Join(s.refuseWeak(ctx)); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	if err := s.migrate(ctx); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// Made says whether Open found nothing and made an empty database.
func (s *Store) Made() bool { return s.made }

func connect(url string) (*Store, error) {
	switch {
	case strings.HasPrefix(url, "sqlite:"):
		return openSQLite(strings.TrimPrefix(strings.TrimPrefix(url, "sqlite:"), "//"))
	case strings.HasPrefix(url, "postgres://"), strings.HasPrefix(url, "postgresql://"):
		return openPostgres(url)
	}
	return nil, fmt.Errorf("the database must be sqlite:PATH or postgres://…, not %q", scheme(url))
}

// scheme is what may be told of a database URL in an error: it can hold a
// password.
func scheme(url string) string {
	before, _, found := strings.Cut(url, ":")
	if !found {
		return url
	}
	return before + ":…"
}

func openSQLite(path string) (*Store, error) {
	if path == "" {
		return nil, errors.New("the database needs a path: sqlite:PATH")
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, fmt.Errorf("the folder of the database: %w", err)
	}
	dsn := func(pragmas ...string) string {
		q := url.Values{"_time_format": {"sqlite"}, "_timezone": {"UTC"}, "_txlock": {"immediate"}}
		q["_pragma"] = append([]string{"busy_timeout(10000)", "journal_mode(WAL)", "synchronous(FULL)", "foreign_keys(ON)"}, pragmas...)
		return "file:" + (&url.URL{Path: path}).EscapedPath() + "?" + q.Encode()
	}
	write, err := sql.Open("sqlite", dsn())
	if err != nil {
		return nil, err
	}
	write.SetMaxOpenConns(1)
	read, err := sql.Open("sqlite", strings.Replace(dsn("query_only(ON)"), "_txlock=immediate", "_txlock=deferred", 1))
	if err != nil {
		return nil, errors.Join(err, write.Close())
	}
	keep(read, max(4, 2*runtime.NumCPU()))
	return &Store{kind: SQLite, write: write, read: read}, nil
}

func openPostgres(url string) (*Store, error) {
	pool, err := sql.Open("pgx", url)
	if err != nil {
		return nil, fmt.Errorf("the database address can't be read: %w", err)
	}
	keep(pool, max(16, 4*runtime.NumCPU()))
	_ = stdlib.GetDefaultDriver() // registers "pgx"
	return &Store{kind: Postgres, write: pool, read: pool}, nil
}

// keep lets a pool grow to so many connections and keeps them while they are
// used: opening one anew for every other question costs more than the question.
func keep(pool *sql.DB, most int) {
	pool.SetMaxOpenConns(most)
	pool.SetMaxIdleConns(most)
	pool.SetConnMaxIdleTime(5 * time.Minute)
}

// weak are the settings under which a database forgets what it acknowledged.
var weak = map[Kind]map[string][]string{
	SQLite:   {"PRAGMA synchronous": {"0", "1"}, "PRAGMA foreign_keys": {"0"}},
	Postgres: {"SHOW fsync": {"off"}, "SHOW full_page_writes": {"off"}, "SHOW synchronous_commit": {"off"}},
}

func (s *Store) refuseWeak(ctx context.Context) error {
	var all error
	for ask, bad := range weak[s.kind] {
		var value string
		if err := s.write.QueryRowContext(ctx, ask).Scan(&value); err != nil {
			return fmt.Errorf("the database doesn't answer: %w", err)
		}
		for _, b := range bad {
			if value == b {
				_, name, _ := strings.Cut(ask, " ")
				all = errors.Join(all, fmt.Errorf("the database has %s = %s: a power cut could lose referrals that people were told are safe; set it back to its default", name, value))
			}
		}
	}
	return all
}

// migrate brings the schema up to date. Several programs may start at once: on
// PostgreSQL one waits for the other; on SQLite nothing locks more than one step,
// so whoever finds a step made meanwhile looks again.
func (s *Store) migrate(ctx context.Context) error {
	err := s.migrateOnce(ctx)
	for try := 1; err != nil && s.kind == SQLite && ctx.Err() == nil && try < 5; try++ {
		err = s.migrateOnce(ctx)
	}
	return err
}

func (s *Store) migrateOnce(ctx context.Context) error {
	folder, err := fs.Sub(migrations, "migrations/"+string(s.kind))
	if err != nil {
		return err
	}
	dialect, options := goose.DialectSQLite3, []goose.ProviderOption{}
	if s.kind == Postgres {
		locker, err := lock.NewPostgresSessionLocker(lock.WithLockTimeout(1, 300)) // look again each second
		if err != nil {
			return err
		}
		dialect, options = goose.DialectPostgres, append(options, goose.WithSessionLocker(locker))
	}
	p, err := goose.NewProvider(dialect, s.write, folder, options...)
	if err != nil {
		return err
	}
	have, err := p.GetDBVersion(ctx)
	if err != nil {
		return fmt.Errorf("the version of the schema can't be read: %w", err)
	}
	if s.schema, err = refuseNewer(p, have); err != nil {
		return err
	}
	s.made = s.made || have == 0
	if _, err := p.Up(ctx); err != nil {
		return fmt.Errorf("the schema can't be brought up to date: %w", err)
	}
	return nil
}

// refuseNewer says which schema this program knows, and refuses a newer one.
func refuseNewer(p *goose.Provider, have int64) (known int64, err error) {
	sources := p.ListSources()
	known = sources[len(sources)-1].Version
	if have > known {
		return known, fmt.Errorf("the database was written by a newer Kith (schema %d, this one knows %d): install that one again, or restore a backup", have, known)
	}
	return known, nil
}

func sqliteTaken(err error) bool {
	var s *sqlite.Error
	return errors.As(err, &s) && (s.Code() == sqlite3.SQLITE_CONSTRAINT_UNIQUE || s.Code() == sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY)
}
