// Package transfer brings people, jobs and invitations in from files, and writes
// them to files of the same form: JSON Lines, one thing a line. docs/import.md
// says how a line looks; columns.go is where it is told to the machine.
package transfer
