// Package crash holds the test that kills the program while people use it, and
// looks afterwards whether what they were told is true.
package crash
