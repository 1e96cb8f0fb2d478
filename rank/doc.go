// Package rank answers whom somebody could refer, in which order a client could
// look at those who were referred, and which jobs suit somebody, with one score.
//
// The score S of a person for a job is the exact sum of its lines, in whole
// points: 1 point is 1/1000 of a natural-log unit. Lines belong to the parts F
// (skills), W (words), H (similar work), K (handed on and taken up before), C
// (the client's yes), A (the freelancer's yes), T (track record), U (not known
// yet), V (vouch) and L (load). All has each line with a sentence, Defaults its
// weight; docs/ranking.md has the formulas and where they come from.
//
// The package is pure: no clock, no chance, no input or output, no floating
// point, and no map is ever gone through. Logarithms and fading come from
// committed tables of whole numbers. Equal content gives equal answers, in
// whatever order it was put in. A Market is fed one person, job and event at a
// time; how Ask finds the best is its own affair, so that an index can take the
// place of the plain scan and nobody sees it.
package rank
