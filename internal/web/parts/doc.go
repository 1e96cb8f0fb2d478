// Package parts is Kith's design system: one component a file, each with a
// small struct of words. Parts know nothing of jobs, people or rules; whoever
// calls them brings finished sentences in the reader's language and addresses.
// A string given as an address is checked by templ, so that javascript: and
// the like never reach a page.
//
// Where a part draws a heading, Level says which (2 to 4); the page's one h1
// is drawn by Title.
package parts
