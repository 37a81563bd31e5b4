//go:build race

package rules_test

// patience is by what bounds of time are multiplied: the race detector slows
// everything down.
const patience = 15
