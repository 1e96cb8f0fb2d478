// Package postgres gives tests a PostgreSQL of their own: a throw-away cluster
// made of the installed binaries, on a socket in a temporary folder, with the
// durability settings at their defaults, since Kith refuses weaker ones.
package postgres

import (
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"syscall"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib" // database/sql driver "pgx"
)

// Env holds the address of a server on which tests may create databases.
const Env = "KITH_TEST_POSTGRES"

// ErrNoBinaries says that PostgreSQL isn't installed here.
var ErrNoBinaries = errors.New("no PostgreSQL binaries found; on Debian: apt-get install postgresql")

// Cluster is a running server.
type Cluster struct {
	URL  string
	dir  string
	stop func() error
}

// Start makes and starts a cluster. Stop it when done.
func Start() (*Cluster, error) {
	bin, err := binaries()
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp(scratch(), "kith-pg-")
	if err != nil {
		return nil, err
	}
	c := &Cluster{dir: dir}
	if err := c.start(bin); err != nil {
		return nil, errors.Join(err, os.RemoveAll(dir))
	}
	return c, nil
}

// scratch is in memory where that is possible: with fsync on, a disk makes
// tests slow.
func scratch() string {
	if info, err := os.Stat("/dev/shm"); err == nil && info.IsDir() {
		return "/dev/shm"
	}
	return ""
}

func binaries() (string, error) {
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	if path, err := exec.LookPath("initdb"); err == nil {
		found = append(found, path)
	}
	if len(found) == 0 {
		return "", ErrNoBinaries
	}
	slices.Sort(found)
	return filepath.Dir(found[len(found)-1]), nil
}

func (c *Cluster) start(bin string) error {
	as, err := c.owner()
	if err != nil {
		return err
	}
	data := filepath.Join(c.dir, "data")
	run := func(name string, args ...string) error {
		cmd := exec.Command(filepath.Join(bin, name), args...)
		cmd.Dir, cmd.SysProcAttr = c.dir, as
		if out, err := cmd.CombinedOutput(); err != nil {
			return fmt.Errorf("%s: %w\n%s", name, err, out)
		}
		return nil
	}
	if err := run("initdb", "-D", data, "-U", "kith", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C"); err != nil {
		return err
	}
	options := "-c listen_addresses='' -c unix_socket_directories=" + c.dir + " -c max_connections=300 -c shared_buffers=64MB"
	if err := run("pg_ctl", "-D", data, "-w", "-o", options, "-l", filepath.Join(c.dir, "log"), "start"); err != nil {
		log, _ := os.ReadFile(filepath.Join(c.dir, "log"))
		return fmt.Errorf("%w\n%s", err, log)
	}
	c.stop = func() error { return run("pg_ctl", "-D", data, "-m", "immediate", "stop") }
	c.URL = "postgres://kith@/postgres?host=" + url.QueryEscape(c.dir)
	return nil
}

// owner is the account that runs the server: PostgreSQL doesn't run as root.
func (c *Cluster) owner() (*syscall.SysProcAttr, error) {
	if os.Geteuid() != 0 {
		return nil, nil
	}
	for _, name := range []string{"postgres", "nobody"} {
		u, err := user.Lookup(name)
		if err != nil {
			continue
		}
		uid, _ := strconv.Atoi(u.Uid)
		gid, _ := strconv.Atoi(u.Gid)
		if err := os.Chown(c.dir, uid, gid); err != nil {
			return nil, err
		}
		return &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}}, nil
	}
	return nil, errors.New("no account found to run PostgreSQL with")
}

// Stop ends the server and removes everything of it.
func (c *Cluster) Stop() error { return errors.Join(c.stop(), os.RemoveAll(c.dir)) }

// NewDatabase makes an empty database on the server at url and says how to
// reach it, and how to drop it.
func NewDatabase(server string) (string, func() error, error) {
	admin, err := sql.Open("pgx", server)
	if err != nil {
		return "", nil, err
	}
	name := fmt.Sprintf("t%d_%d", os.Getpid(), time.Now().UnixNano())
	if _, err := admin.Exec("CREATE DATABASE " + name); err != nil {
		return "", nil, errors.Join(err, admin.Close())
	}
	u, err := url.Parse(server)
	if err != nil {
		return "", nil, err
	}
	u.Path = "/" + name
	drop := func() error {
		_, err := admin.Exec("DROP DATABASE " + name + " WITH (FORCE)")
		return errors.Join(err, admin.Close())
	}
	return u.String(), drop, nil
}
