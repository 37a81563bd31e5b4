package sarif_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/solcheck/solcheck/sarif"
)

// read returns one line for each result and each run of a log.
func read(log io.Reader) (string, error) {
	var s strings.Builder
	runs, err := sarif.Read(log, func(run int, r *sarif.Result) error {
		fmt.Fprintf(&s, "%d %s", run, deref(r.RuleID))
		if r.RuleIndex != nil {
			fmt.Fprintf(&s, "#%d", *r.RuleIndex)
		}
		fmt.Fprintf(&s, ": %s\n", deref(r.Message.Text))
		return nil
	})
	for _, run := range runs {
		name, rules := "none", 0
		if run.Tool.Driver != nil {
			name, rules = run.Tool.Driver.Name, len(run.Tool.Driver.Rules)
		}
		fmt.Fprintf(&s, "run of %s, %d rules, %d results held\n", name, rules, len(run.Results))
	}
	return s.String(), err
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func TestRead(t *testing.T) {
	for _, c := range []struct{ name, log, want string }{
		{"no runs", `{"version":"2.1.0","runs":[]}`, ""},
		{"null for nothing", `{"runs":[null,{"results":null,"tool":null}],"version":"2.1.0"}`, "run of none, 0 rules, 0 results held\n"},
		{"byte order mark", "\xef\xbb\xbf{\"version\":\"2.1.0\",\"runs\":[]}\r\n", ""},
		{"candidate of the standard", `{"version":"2.1.0-rtm.5","runs":[]}`, ""},
		{
			"results before their tool",
			`{"version":"2.1.0","runs":[{"results":[{"ruleIndex":0,"message":{"text":"m"}}],"tool":{"driver":{"name":"x","rules":[{"id":"a"}]}}}]}`,
			"0 #0: m\nrun of x, 1 rules, 0 results held\n",
		},
		{
			"defaults written out, nulls and what the model lacks",
			`{"$schema":null,"version":"2.1.0","inlineExternalProperties":[{"a":[1]}],"runs":[{"tool":{"driver":{"name":"x","rules":[{"id":"a","relationships":[{"target":{"index":-1}}]}]}},
			 "results":[null,{"ruleId":"a","ruleIndex":-1,"rank":-1.0,"message":{"text":"m"},"locations":[null,{"id": -1,"physicalLocation":{"region":{"startLine":1,"byteOffset":-1}}}],
			 "suppressions":[{"kind":"inSource","status":null}],"properties":{"index":-1,"n":null}}]},
			 {"tool":{"driver":{"name":"y"}},"results":[{"ruleId":"b","message":{"text":"null -1"}}]}]}`,
			"0 a: m\n1 b: null -1\nrun of x, 1 rules, 0 results held\nrun of y, 0 rules, 0 results held\n",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := read(strings.NewReader(c.log))
			if err != nil {
				t.Fatal(err)
			}
			if got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

func TestReadRefuses(t *testing.T) {
	deep := strings.Repeat("[", 20_000)
	for _, c := range []struct{ name, log, want string }{
		{"nothing", "", "byte 0: unexpected EOF"},
		{"an array", "[]", "byte 0: expected {"},
		{"null", "null", "byte 0: expected {"},
		{"other version", `{"version":"1.0.0","runs":[]}`, `version is "1.0.0": expected 2.1.0`},
		{"no version", `{"runs":[]}`, `version is "": expected 2.1.0`},
		{"cut off", `{"version":"2.1.0","runs":[{"results":[{"ruleId":"a"},{`, "/runs/0/results/1"},
		{"broken", `{"version":"2.1.0","runs":[{"results":[{"ruleId":a}]}]}`, "/runs/0/results/0"},
		{"runs of another type", `{"version":"2.1.0","runs":{}}`, "/runs: expected ["},
		{"run of another type", `{"version":"2.1.0","runs":[1]}`, "/runs"},
		{"result of another type", `{"version":"2.1.0","runs":[{"results":[{},"x"]}]}`, "/runs/0/results/1: json: "},
		{"tool of another type", `{"version":"2.1.0","runs":[{"tool":[]}]}`, "/runs/0/tool: json: "},
		{"more after it", `{"version":"2.1.0","runs":[]} {}`, "something follows the log after byte 31"},
		{"deep result", `{"version":"2.1.0","runs":[{"results":[{"properties":{"a":` + deep, "exceeded max depth"},
		{"deep skipped member", `{"version":"2.1.0","x":` + deep, "exceeded max depth"},
		{"many runs", `{"version":"2.1.0","runs":[{}` + strings.Repeat(",{}", 1000) + "]}", "more than 1000 runs"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := read(strings.NewReader(c.log))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want one about %q", err, c.want)
			}
			if _, err := sarif.Read(strings.NewReader(c.log), nil); err == nil && !strings.Contains(c.name, "result of") {
				t.Errorf("no error when results are skipped")
			}
		})
	}
}

// endless gives a log whose one result never ends.
type endless struct{ begin *strings.Reader }

func (e *endless) Read(p []byte) (int, error) {
	if e.begin.Len() > 0 {
		return e.begin.Read(p)
	}
	for i := range p {
		p[i] = 'a'
	}
	return len(p), nil
}

func TestReadIsBounded(t *testing.T) {
	for _, begin := range []string{
		`{"version":"2.1.0","runs":[{"results":[{"message":{"text":"`,
		`{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"`,
	} {
		_, err := read(&endless{strings.NewReader(begin)})
		if err == nil || !strings.Contains(err.Error(), "larger than a SARIF log may be") {
			t.Errorf("after %s: %v", begin, err)
		}
	}
}

func TestReadStopsWhenAsked(t *testing.T) {
	enough := errors.New("enough")
	_, err := sarif.Read(strings.NewReader(`{"version":"2.1.0","runs":[{"results":[{},{}]}]}`),
		func(int, *sarif.Result) error { return enough })
	if !errors.Is(err, enough) {
		t.Errorf("error %v, want that of the function", err)
	}
}

// rewrite reads a log and writes it again.
func rewrite(log []byte) ([]byte, error) {
	var results []*sarif.Result
	var ofRun []int
	runs, err := sarif.Read(bytes.NewReader(log), func(run int, r *sarif.Result) error {
		results, ofRun = append(results, r), append(ofRun, run)
		return nil
	})
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	w := sarif.NewWriter(&out)
	for i, run := range runs {
		if err := w.Run(run); err != nil {
			return nil, err
		}
		for len(ofRun) > 0 && ofRun[0] == i {
			if err := w.Result(results[0]); err != nil {
				return nil, err
			}
			results, ofRun = results[1:], ofRun[1:]
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func FuzzRead(f *testing.F) {
	for _, log := range []string{
		`{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"x","rules":[{"id":"a"}]}},"results":[{"ruleId":"a","ruleIndex":0,"message":{"text":"m"},` +
			`"locations":[{"physicalLocation":{"artifactLocation":{"uri":"a","index":0},"region":{"startLine":1,"endColumn":2}}}]}],` +
			`"invocations":[{"executionSuccessful":true}],"artifacts":[{"location":{"uri":"a"},"parentIndex":-1,"length":0}]}]}`,
		`{"version":"2.1.0","runs":[{"results":[null,{"ruleIndex":-1,"suppressions":[{"kind":"external","status":null}]}]}]}`,
		"\xef\xbb\xbf" + `{"runs":null,"version":"2.1.0"}`,
		`{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"a","notifications":[{"id":"b"}],"taxa":[null]}},"properties":{"a":null}}]}`,
	} {
		f.Add([]byte(log))
	}
	f.Fuzz(func(t *testing.T, log []byte) {
		first, err := rewrite(log)
		if err != nil {
			return
		}
		second, err := rewrite(first)
		if err != nil {
			t.Fatalf("what was written cannot be read: %v\n%s", err, first)
		}
		if !bytes.Equal(first, second) {
			t.Fatalf("written twice:\n%s\n%s", first, second)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	var log bytes.Buffer
	w := sarif.NewWriter(&log)
	_ = w.Run(&sarif.Run{Tool: driver(&sarif.Rule{ID: "web-use-async"})})
	for i := range 10_000 {
		_ = w.Result(sampleResult(i))
	}
	if err := w.Close(); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	b.SetBytes(int64(log.Len()))
	for b.Loop() {
		if _, err := sarif.Read(bytes.NewReader(log.Bytes()), func(int, *sarif.Result) error { return nil }); err != nil {
			b.Fatal(err)
		}
	}
}
