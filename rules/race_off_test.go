//go:build !race

package rules_test

// patience is by what bounds of time are multiplied.
const patience = 1
