// Package kith holds the words of the product and its law.
//
// The law is five tables, each in a file of its own and each printed into
// docs/ by a golden test:
//
//	referral_moves.go  state × act × party   → next state, time given
//	referral_says.go   state × how × reader  → the sentence on screen, whose turn it is
//	notices.go         event × party         → the letter, the line in the timeline
//	may_refer.go       the obstacles in order, each with its sentence
//	sees.go            what × party × stage  → shown, softened or absent
//
// Jobs, invitations and proposals have moves tables of the same shape.
//
// Everything here is pure: time is an argument, nothing is read, nothing is
// written, and no text for people stands here. Tables hold message keys, the
// catalogue in package words holds the sentences.
package kith
