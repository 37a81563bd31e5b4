package report_test

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/solcheck/solcheck/internal/report"
)

// A command is a command of a pipeline as its runner understands it.
type command struct {
	name       string
	properties map[string]string
	message    string
}

func (c command) String() string {
	return fmt.Sprintf("%s file=%s%s line=%s%s: %s", c.name, c.properties["file"], c.properties["sourcepath"], c.properties["line"], c.properties["linenumber"], c.message)
}

// parseGitHub reads a workflow command as GitHub documents it: "::name
// key=value,...::message", percent signs and line ends escaped, in values colons
// and commas too. It is strict where GitHub lets things pass.
func parseGitHub(line string) (command, error) {
	head, message, ok := strings.Cut(strings.TrimPrefix(line, "::"), "::")
	if !ok || !strings.HasPrefix(line, "::") {
		return command{}, errors.New("no command")
	}
	name, list, _ := strings.Cut(head, " ")
	c := command{name: name, properties: make(map[string]string)}
	for p := range strings.SplitSeq(list, ",") {
		key, value, ok := strings.Cut(p, "=")
		if !ok || strings.Contains(value, ":") {
			return command{}, fmt.Errorf("property %q", p)
		}
		value, err := unescape(value, `%(25|0A|0D|3A|2C)`, map[string]string{"%25": "%", "%0A": "\n", "%0D": "\r", "%3A": ":", "%2C": ","})
		if err != nil {
			return command{}, err
		}
		c.properties[key] = value
	}
	var err error
	c.message, err = unescape(message, `%(25|0A|0D)`, map[string]string{"%25": "%", "%0A": "\n", "%0D": "\r"})
	return c, err
}

// parseAzure reads a logging command as Azure Pipelines documents it: "##vso[name
// key=value;...]message", percent signs and line ends escaped, in values
// semicolons and brackets too.
func parseAzure(line string) (command, error) {
	head, message, ok := strings.Cut(strings.TrimPrefix(line, "##vso["), "]")
	if !ok || !strings.HasPrefix(line, "##vso[") {
		return command{}, errors.New("no command")
	}
	name, list, _ := strings.Cut(head, " ")
	c := command{name: name, properties: make(map[string]string)}
	words := map[string]string{"%AZP25": "%", "%0A": "\n", "%0D": "\r", "%3B": ";", "%5D": "]"}
	for p := range strings.SplitSeq(list, ";") {
		key, value, ok := strings.Cut(p, "=")
		if !ok {
			return command{}, fmt.Errorf("property %q", p)
		}
		value, err := unescape(value, `%(AZP25|0A|0D|3B|5D)`, words)
		if err != nil {
			return command{}, err
		}
		c.properties[key] = value
	}
	var err error
	c.message, err = unescape(message, `%(AZP25|0A|0D)`, words)
	return c, err
}

// unescape puts characters in place of what stands for them; any other percent
// sign is an error.
func unescape(s, pattern string, words map[string]string) (string, error) {
	known := regexp.MustCompile(pattern)
	if rest := known.ReplaceAllString(s, ""); strings.ContainsAny(rest, "%\r\n") {
		return "", fmt.Errorf("something is not escaped in %q", s)
	}
	return known.ReplaceAllStringFunc(s, func(w string) string { return words[w] }), nil
}

func TestAnnotations(t *testing.T) {
	r := hostile("a%b,c:d;e]f\r\ng::error::h")
	for format, parse := range map[string]func(string) (command, error){"github": parseGitHub, "azure": parseAzure} {
		golden(t, format+".txt", written(t, format, sample(), report.Options{}))
		lines := strings.Split(strings.TrimSuffix(string(written(t, format, r, report.Options{})), "\n"), "\n")
		if len(lines) != 1 {
			t.Errorf("%s: one finding makes %d lines: %q", format, len(lines), lines)
		}
		c, err := parse(lines[0])
		if err != nil {
			t.Fatalf("%s: %q: %v", format, lines[0], err)
		}
		want := map[string]string{"github": "notice", "azure": "task.logissue"}[format]
		if c.name != want || !strings.HasSuffix(c.message, `"a%b,c:d;e]f  g::error::h" is odd`) {
			t.Errorf("%s: %s", format, c)
		}
		for line := range strings.Lines(string(written(t, format, sample(), report.Options{}))) {
			if _, err := parse(strings.TrimSuffix(line, "\n")); err != nil {
				t.Errorf("%s: %q: %v", format, line, err)
			}
		}
	}
}

// GitHub shows ten annotations of a kind; what is more is counted and not written.
func TestAnnotationsAreCapped(t *testing.T) {
	for format, want := range map[string]map[string]int{
		"github": {"error": 10, "warning": 10, "notice": 10},
		"azure":  {"task.logissue": 100},
	} {
		parse := map[string]func(string) (command, error){"github": parseGitHub, "azure": parseAzure}[format]
		lines := strings.Split(strings.TrimSuffix(string(written(t, format, manyFindings(1_000), report.Options{})), "\n"), "\n")
		got := make(map[string]int)
		for _, line := range lines[:len(lines)-1] {
			c, err := parse(line)
			if err != nil {
				t.Fatal(err)
			}
			got[c.name]++
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", format, diff)
		}
		if last := lines[len(lines)-1]; !strings.HasPrefix(last, fmt.Sprintf("solcheck: +%d more", 1_000-len(lines)+1)) {
			t.Errorf("%s ends in %q", format, last)
		}
	}
}
