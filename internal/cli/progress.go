package cli

import (
	"fmt"
	"io"
	"strings"
	"time"
)

const (
	barWidth = 30
	barDelay = 500 * time.Millisecond // a run that ends sooner shows no bar
	barPause = 50 * time.Millisecond  // between two drawings
)

// A progress shows on a terminal how many of the sources are done. Its zero
// value shows nothing.
type progress struct {
	out   io.Writer // nil for no terminal
	total int
	next  time.Time // nothing is drawn before
	shown bool
}

// progressBar returns the bar of a run, which shows only on a terminal.
func (c *console) progressBar(f checkFlags, total int) *progress {
	if f.quiet || f.progress == "never" || total < 2 || !isTerminal(c.stderr) {
		return new(progress)
	}
	return &progress{out: c.stderr, total: total, next: time.Now().Add(barDelay)}
}

// show draws the bar with done of the sources done. That the terminal takes it
// is not worth an error.
func (p *progress) show(done int) {
	now := time.Now()
	if p.out == nil || now.Before(p.next) {
		return
	}
	p.shown, p.next = true, now.Add(barPause)
	full := barWidth * done / p.total
	_, _ = fmt.Fprintf(p.out, "\r[%s%s] %d of %d", strings.Repeat("=", full), strings.Repeat(" ", barWidth-full), done, p.total)
}

// clear takes the bar away.
func (p *progress) clear() {
	if p.shown {
		_, _ = fmt.Fprint(p.out, "\r"+strings.Repeat(" ", barWidth+30)+"\r")
	}
}
