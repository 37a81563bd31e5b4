package logs_test

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/solcheck/solcheck/internal/logs"
)

// log writes a log of one run and opens it.
func log(t *testing.T, tool string, results ...string) []logs.Log {
	t.Helper()
	file := filepath.Join(t.TempDir(), "a.sarif")
	text := fmt.Sprintf(`{"version":"2.1.0","runs":[{"tool":{"driver":{"name":%q,"rules":[{"id":"web-use-async"}]}},"results":[%s]}]}`, tool, strings.Join(results, ","))
	return opened(t, file, []byte(text))
}

func opened(t *testing.T, file string, text []byte) []logs.Log {
	t.Helper()
	if err := os.WriteFile(file, text, 0o600); err != nil {
		t.Fatal(err)
	}
	list, err := logs.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// result is a result of one rule.
func result(uri string, line int, message, more string) string {
	return fmt.Sprintf(`{"ruleId":"web-use-async","message":{"text":%q},"locations":[{"physicalLocation":{"artifactLocation":{"uri":%q},"region":{"startLine":%d}}%s}]}`, message, uri, line, more)
}

func snippet(uri string, line int, code string) string {
	return fmt.Sprintf(`{"ruleId":"web-use-async","message":{"text":"m"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":%q},"region":{"startLine":%d,"snippet":{"text":%q}}}}]}`, uri, line, code)
}

func TestCompare(t *testing.T) {
	const logical = `,"logicalLocations":[{"fullyQualifiedName":"contoso_/scripts/Account.js"}]`
	for _, c := range []struct {
		name          string
		before, after []string
		want          string // new, fixed, unchanged
	}{
		{"equal", []string{result("a.js", 3, "m", "")}, []string{result("a.js", 3, "m", "")}, "0 0 1"},
		{"moved", []string{snippet("a.js", 3, "x( 1 )")}, []string{snippet("a.js", 30, "x(  1 )")}, "0 0 1"},
		{"another line and text", []string{snippet("a.js", 3, "x(1)")}, []string{snippet("a.js", 30, "y(1)")}, "1 1 0"},
		{"text changed in place", []string{snippet("a.js", 3, "x(1)")}, []string{snippet("a.js", 3, "y(1)")}, "0 0 1"},
		{"whole file, other text", []string{result("a.dll", 1, "type A", "")}, []string{result("a.dll", 1, "type B", "")}, "1 1 0"},
		{"twice and once", []string{result("a.js", 3, "m", ""), result("a.js", 3, "m", "")}, []string{result("a.js", 3, "m", "")}, "0 1 1"},
		{"folder of Microsoft", []string{result("/core/WebResources/a%20b.js", 3, "theirs", "")}, []string{result("WebResources/a b.js", 3, "ours", "")}, "0 0 1"},
		{"path of the repository", []string{result("/core/WebResources/a.js", 3, "theirs", "")}, []string{result("src/web/a.js", 3, "ours", "")}, "0 0 1"},
		{"component", []string{result("/core/WebResources/x.js", 3, "theirs", logical)}, []string{result("src/web/y.js", 3, "ours", `,"logicalLocations":[{"fullyQualifiedName":"account"}]`)}, "0 0 1"},
		{"code in one log alone", []string{snippet("/core/PluginAssemblies/a.dll", 1, "newobj")}, []string{result("src/core/PluginAssemblies/a.dll", 1, "m", "")}, "0 0 1"},
		{"other file", []string{result("a.js", 3, "m", "")}, []string{result("b.js", 3, "m", "")}, "1 1 0"},
	} {
		t.Run(c.name, func(t *testing.T) {
			x, err := logs.Compare(log(t, "a", c.before...), log(t, "b", c.after...))
			if err != nil {
				t.Fatal(err)
			}
			if got := fmt.Sprint(len(x.New), len(x.Fixed), len(x.Unchanged)); got != c.want {
				t.Errorf("new, fixed and unchanged are %s, want %s", got, c.want)
			}
		})
	}
}

// What is merged is a log that GitHub's schema takes, and merging it again changes
// nothing.
func TestMergeIsValidAndStable(t *testing.T) {
	list := append(log(t, "a", result("a.js", 3, "m", "")), log(t, "a", snippet("b.js", 4, "x"), result("a.js", 3, "m", ""))...)
	var first bytes.Buffer
	done, err := logs.Merge(&first, list, "")
	if err != nil {
		t.Fatal(err)
	}
	if want := (logs.Merged{Runs: 1, Results: 2, Doubles: 1}); done != want {
		t.Errorf("merged %+v, want %+v", done, want)
	}
	schema, err := jsonschema.NewCompiler().Compile("../../sarif/testdata/sarif-schema-2.1.0.json")
	if err != nil {
		t.Fatal(err)
	}
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(first.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(value); err != nil {
		t.Error(err)
	}
	var second bytes.Buffer
	if _, err := logs.Merge(&second, opened(t, filepath.Join(t.TempDir(), "first.sarif"), first.Bytes()), ""); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(first.String(), second.String()); diff != "" {
		t.Errorf("(-first +second)\n%s", diff)
	}
}

// TestMergeMovesOverrides joins two runs whose rules stand in another order: what
// each tells of the limit of a rule still speaks of that rule.
func TestMergeMovesOverrides(t *testing.T) {
	const run = `{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"a","rules":[%s]}},"invocations":[{"executionSuccessful":true,"ruleConfigurationOverrides":[{"configuration":{"parameters":{"limit":%d}},"descriptor":{"index":%d}}]}],"results":[]}]}`
	folder := t.TempDir()
	list := append(
		opened(t, filepath.Join(folder, "a.sarif"), fmt.Appendf(nil, run, `{"id":"form-limit-tabs"},{"id":"web-use-async"}`, 12, 0)),
		opened(t, filepath.Join(folder, "b.sarif"), fmt.Appendf(nil, run, `{"id":"web-use-async"},{"id":"view-limit-links"},{"id":"form-limit-tabs"}`, 20, 2))...)
	var out bytes.Buffer
	if _, err := logs.Merge(&out, list, ""); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`"rules":[{"id":"form-limit-tabs"},{"id":"web-use-async"},{"id":"view-limit-links"}]`,
		`{"configuration":{"parameters":{"limit":12}},"descriptor":{"index":0}}`,
		`{"configuration":{"parameters":{"limit":20}},"descriptor":{"index":0}}`,
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the joined log has no %s\n%s", want, out.String())
		}
	}
}

// Whatever lies in a file is merged and compared, or refused with an error that
// names it.
func FuzzLogs(f *testing.F) {
	f.Add([]byte(`{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"a","rules":[{"id":"r"}]}},"artifacts":[{"parentIndex":7}],"results":[{"ruleIndex":3,"message":{},"locations":[{}]}]}]}`))
	f.Add([]byte(`{"version":"2.1.0","runs":[{"tool":{"driver":null},"results":[null,{}]}]}`))
	f.Add([]byte("PK\x03\x04 and no more"))
	f.Add([]byte("{"))
	f.Fuzz(func(t *testing.T, text []byte) {
		file := filepath.Join(t.TempDir(), "log")
		if err := os.WriteFile(file, text, 0o600); err != nil {
			t.Fatal(err)
		}
		list, err := logs.Open(file)
		if err == nil {
			_, err = logs.Merge(io.Discard, list, "")
		}
		if err == nil {
			var x *logs.Comparison
			if x, err = logs.Compare(list, list); err == nil && len(x.New)+len(x.Fixed) > 0 {
				t.Errorf("a log differs from itself: %+v", x)
			}
		}
		if err != nil && !strings.Contains(err.Error(), "log") && !strings.Contains(err.Error(), "sarif") {
			t.Errorf("the error %q names nothing", err)
		}
	})
}
