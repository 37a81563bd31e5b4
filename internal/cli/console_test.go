package cli

import (
	"bytes"
	"context"
	"io"
	"os"
	"runtime/debug"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/spf13/cobra"
)

func TestInterrupted(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	dir := t.TempDir()
	if err := os.WriteFile(dir+"/a.js", []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	var stderr strings.Builder
	status := Main(ctx, []string{"check", dir}, io.Discard, &stderr)
	if want := "solcheck: interrupted\n"; status != statusFailed || stderr.String() != want {
		t.Errorf("got status %d and %q, want %d and %q", status, stderr.String(), statusFailed, want)
	}
}

// A brokenWriter takes nothing.
type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

func TestUnwritable(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{{"rules"}, {"version"}, {"explain", "suppression-remove-unused"}} {
		if status := Main(t.Context(), args, brokenWriter{}, io.Discard); status != statusFailed {
			t.Errorf("%v: got status %d, want %d", args, status, statusFailed)
		}
	}
}

func TestColored(t *testing.T) {
	for _, c := range []struct {
		mode, noColor string
		want          bool
	}{{"always", "1", true}, {"never", "", false}, {"auto", "", false}, {"auto", "1", false}} {
		t.Setenv("NO_COLOR", c.noColor)
		got, err := (&console{color: c.mode}).colored(io.Discard)
		if err != nil || got != c.want {
			t.Errorf("%s with NO_COLOR=%s to a file: got %t, %v; want %t", c.mode, c.noColor, got, err, c.want)
		}
	}
}

// TestProgress runs in a bubble, where time passes only in Sleep.
func TestProgress(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var b bytes.Buffer
		p := progress{out: &b, total: 4, next: time.Now().Add(barDelay)}
		p.show(0) // too soon
		time.Sleep(barDelay)
		p.show(1)
		time.Sleep(barPause / 2)
		p.show(2) // too soon
		time.Sleep(barPause)
		p.show(4)
		p.clear()
		want := "\r[=======                       ] 1 of 4\r[==============================] 4 of 4\r" + strings.Repeat(" ", 60) + "\r"
		if b.String() != want {
			t.Errorf("got %q, want %q", b.String(), want)
		}
	})
}

func TestNoProgress(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	early := progress{out: &b, total: 4, next: time.Now().Add(time.Hour)}
	early.show(1)
	early.clear()
	new(progress).show(1)
	if b.Len() > 0 {
		t.Errorf("a run that has just begun shows %q", b.String())
	}
}

func TestProgressOnTerminalsAlone(t *testing.T) {
	t.Parallel()
	c := &console{stderr: io.Discard}
	if p := c.progressBar(checkFlags{progress: "auto"}, 10); p.out != nil {
		t.Error("a bar is drawn on what is no terminal")
	}
}

func TestDescribeBuild(t *testing.T) {
	t.Parallel()
	for want, info := range map[string]*debug.BuildInfo{
		"solcheck 0.0.0-dev": {},
		"solcheck 1.2.3, commit 0123456789ab with changes, go1.26.8 linux/amd64": {
			GoVersion: "go1.26.8", Main: debug.Module{Version: "v1.2.3"},
			Settings: []debug.BuildSetting{
				{Key: "vcs.revision", Value: "0123456789abcdef"},
				{Key: "vcs.modified", Value: "true"},
				{Key: "GOOS", Value: "linux"},
				{Key: "GOARCH", Value: "amd64"},
			},
		},
	} {
		if got := describeBuild(info); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

// TestHelp looks at what every command must have.
func TestHelp(t *testing.T) {
	t.Parallel()
	root := (&console{stdout: io.Discard, stderr: io.Discard}).root()
	for _, cmd := range root.Commands() {
		if cmd.Short == "" || strings.HasSuffix(cmd.Short, ".") {
			t.Errorf("%s: the short help is %q", cmd.Name(), cmd.Short)
		}
		if !cmd.HasExample() && cmd.Name() != "version" && cmd.Name() != "help" {
			t.Errorf("%s has no example", cmd.Name())
		}
		for line := range strings.Lines(cmd.LocalFlags().FlagUsages() + cmd.Long + cmd.Example) {
			if len(line) > 110 {
				t.Errorf("%s: a line of its help is too wide: %s", cmd.Name(), line)
			}
		}
	}
}

func TestCompletion(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		typed []string
		want  string // one of the completions
	}{
		{[]string{"check", "--only", "suppression-rem"}, "suppression-remove-unused"},
		{[]string{"check", "--disable", "meta-remove-dup-reg,suppression-rem"}, "meta-remove-dup-reg,suppression-remove-unused"},
		{[]string{"check", "--ruleset", ""}, "solution-checker"},
		{[]string{"check", "--threshold", "form-limit-t"}, "form-limit-tabs="},
		{[]string{"check", "--format", ""}, "json"},
		{[]string{"check", "--fail-on", "n"}, "none"},
		{[]string{"check", "--color", ""}, "always"},
		{[]string{"rules", "--format", ""}, "markdown"},
		{[]string{"explain", "suppression-r"}, "suppression-remove-unused"},
		{[]string{"completion", ""}, "powershell"},
	} {
		var b strings.Builder
		args := append([]string{cobra.ShellCompNoDescRequestCmd}, c.typed...)
		if status := Main(t.Context(), args, &b, io.Discard); status != statusClean {
			t.Errorf("%v: status %d", c.typed, status)
		}
		if !strings.Contains("\n"+b.String(), "\n"+c.want+"\n") {
			t.Errorf("%v: got %q, want %s among them", c.typed, b.String(), c.want)
		}
	}
	for _, shell := range shells {
		var b strings.Builder
		if status := Main(t.Context(), []string{"completion", shell}, &b, io.Discard); status != statusClean || !strings.Contains(b.String(), "solcheck") {
			t.Errorf("completion %s: status %d, %d bytes", shell, status, b.Len())
		}
	}
}
