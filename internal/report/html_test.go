package report_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"html"
	"regexp"
	"strings"
	"testing"

	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/internal/report"
)

// The page in a browser is tested in the module browser beside this; here is what
// can be seen without one.
func TestHTML(t *testing.T) {
	page := written(t, "html", sample(), report.Options{ToolVersion: "1.2.3"})
	golden(t, "report.html", htmlWithoutAssets(t, page))
	golden(t, "none.html", htmlWithoutAssets(t, written(t, "html", &engine.Report{}, report.Options{})))
}

// htmlWithoutAssets returns the page without its style and script, which have
// files of their own, and fails the test where its policy does not let exactly
// these two work.
func htmlWithoutAssets(t *testing.T, page []byte) []byte {
	t.Helper()
	for tag, end := range map[string]string{"<style>": "</style>", "<script>": "</script>"} {
		before, rest, _ := bytes.Cut(page, []byte(tag))
		asset, after, ok := bytes.Cut(rest, []byte(end))
		if !ok {
			t.Fatalf("no %s in\n%s", tag, page)
		}
		sum := sha256.Sum256(asset)
		hash := "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
		if !strings.Contains(html.UnescapeString(string(before)), "'"+hash+"'") {
			t.Errorf("the policy does not allow the page's own %s, %s", tag, hash)
		}
		page = bytes.Join([][]byte{before, []byte(tag), []byte(end), after}, nil)
	}
	policy := regexp.MustCompile(`sha256-[^&']*(&#43;[^&']*)*`)
	return policy.ReplaceAll(page, []byte("sha256"))
}

// Nothing that a package says ends the data, and the data is what it was.
func TestHTMLDataIsClosed(t *testing.T) {
	name := "</script><script>alert(1)</script><!--\u2028"
	r := hostile(name)
	r.Findings[0].Context = engine.Context{First: 1, Lines: []string{name}}
	r.Findings[0].Region = engine.Region{Line: 1, Column: 1, EndLine: 1, EndColumn: 3}
	page := written(t, "html", r, report.Options{})
	if n := bytes.Count(page, []byte("<script")); n != 2 {
		t.Errorf("%d scripts", n)
	}
	_, rest, _ := bytes.Cut(page, []byte(`id="data">`))
	doc, _, _ := bytes.Cut(rest, []byte("</script>"))
	var data struct {
		Findings []struct {
			Message string `json:"m"`
			Code    struct {
				Lines []string `json:"l"`
			} `json:"x"`
		} `json:"findings"`
	}
	if err := json.Unmarshal(doc, &data); err != nil {
		t.Fatal(err)
	}
	if got := data.Findings[0].Code.Lines[0]; got != name {
		t.Errorf("the code is %q", got)
	}
	if got, want := data.Findings[0].Message, `web resource "</script><script>alert(1)</script><!--<U+2028>" is odd`; got != want {
		t.Errorf("the message is %q, want %q", got, want)
	}
}

// The certification checklist and the gate stand in the page.
func TestHTMLGate(t *testing.T) {
	golden(t, "gated.html", htmlWithoutAssets(t, written(t, "html", gated(), report.Options{})))
}
