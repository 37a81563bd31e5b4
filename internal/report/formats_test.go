package report_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/internal/report"
	"github.com/solcheck/solcheck/rules/rule"
)

func TestCSV(t *testing.T) {
	r := sample()
	r.Findings[1].Of.Name = "=HYPERLINK(\"https://evil.example\")"
	r.Findings[1].Message = "@SUM(1), \"two\"\nlines"
	got := written(t, "csv", r, report.Options{})
	golden(t, "report.csv", got)
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(got, []byte("\uFEFF")))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	header := "Issue|Category|Severity|Guidance|Component|Location|Line #|Module|Type|Member|Statement|Comments"
	if strings.Join(rows[0], "|") != header || len(rows) != len(r.Findings)+1 {
		t.Errorf("%d rows under %q", len(rows)-1, rows[0])
	}
	want := []string{
		"web-use-async", "Performance", "Critical", "https://example.com/async", `web resource "contoso_/account form.js"`,
		"src/Core/WebResources/contoso_/account form.js", "42", "", "", "", `request.open("GET", url, false);`, r.Findings[2].Message,
	}
	if diff := cmp.Diff(want, rows[3]); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if got := rows[2][11]; got != `'@SUM(1), "two" lines` {
		t.Errorf("what a spreadsheet would calculate is written as %q", got)
	}
}

func TestGitLab(t *testing.T) {
	got := written(t, "gitlab", sample(), report.Options{})
	checkSchema(t, "testdata/gitlab-code-quality.schema.json", got)
	golden(t, "gitlab.json", got)
	checkSchema(t, "testdata/gitlab-code-quality.schema.json", written(t, "gitlab", &engine.Report{}, report.Options{}))
	var issues []struct {
		Fingerprint string `json:"fingerprint"`
	}
	if err := json.Unmarshal(written(t, "gitlab", manyFindings(50), report.Options{}), &issues); err != nil {
		t.Fatal(err)
	}
	met := make(map[string]bool)
	for _, x := range issues {
		if met[x.Fingerprint] {
			t.Errorf("two issues have the fingerprint %s, and GitLab shows one of them", x.Fingerprint)
		}
		met[x.Fingerprint] = true
	}
}

// hostile is a report whose names are made to be taken for marks.
func hostile(name string) *engine.Report {
	r := sample()
	r.Findings = r.Findings[1:2]
	r.Findings[0].Message = `web resource "` + name + `" is odd`
	r.Findings[0].Path = name
	r.Findings[0].Disk = "src/" + name
	r.NotChecked = []engine.NotChecked{{Path: name, Reason: name}}
	r.Packages = r.Packages[:1]
	r.Packages[0].UniqueName = name
	return r
}

func TestMarkdown(t *testing.T) {
	golden(t, "report.md", written(t, "markdown", sample(), report.Options{}))
	none := sample()
	none.Findings, none.NotChecked = nil, nil
	golden(t, "none.md", written(t, "markdown", none, report.Options{}))
	many := string(written(t, "markdown", manyFindings(5_000), report.Options{}))
	if !strings.Contains(many, "**+4975 more**, none of them worse") || len(many) > 30_000 {
		t.Errorf("%d bytes for 5,000 findings:\n%s", len(many), many)
	}
}

// A real reader of GitHub's Markdown finds text where a package gave text: no
// link, no HTML, no image, no emphasis, and as many cells as there are columns.
func TestMarkdownIsInert(t *testing.T) {
	for _, name := range []string{
		"a|b", "[x](https://evil.example)", "![x](https://evil.example/a.png)", "<img src=x onerror=alert(1)>", "`code`", "**bold** _it_ ~~no~~",
		"https://evil.example", "www.evil.example", "ada@evil.example", "@everyone", "a\\|b", "&lt;b&gt;", "</details>", "\n# heading", "$x$", "==y==",
	} {
		source := written(t, "markdown", hostile(name), report.Options{})
		md := goldmark.New(goldmark.WithExtensions(extension.GFM))
		doc := md.Parser().Parse(text.NewReader(source))
		err := ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			if !entering {
				return ast.WalkContinue, nil
			}
			switch n := n.(type) {
			case *ast.Link, *ast.AutoLink, *ast.Image, *ast.CodeSpan, *east.Strikethrough:
				t.Errorf("%q makes a %s in\n%s", name, n.Kind(), source)
			case *ast.Emphasis:
				t.Errorf("%q makes emphasis in\n%s", name, source)
			case *ast.RawHTML:
				if tag := string(n.Segments.Value(source)); !strings.Contains("<code></code><br>", tag) {
					t.Errorf("%q makes the tag %s", name, tag)
				}
			case *east.TableRow:
				if c := n.ChildCount(); c != 3 && c != 5 {
					t.Errorf("%q makes a row of %d cells in\n%s", name, c, source)
				}
			case *ast.Heading:
				if n.Level < 2 {
					t.Errorf("%q makes a heading", name)
				}
			}
			return ast.WalkContinue, nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if n := bytes.Count(source, []byte("</details>")); n != 1 {
			t.Errorf("%q makes %d ends of details", name, n)
		}
	}
}

func TestMicrosoft(t *testing.T) {
	r := sample()
	r.Findings[2].Severity = rule.Low
	got := written(t, "sarif-microsoft", r, report.Options{ToolVersion: "1.2.3"})
	checkSchema(t, sarifSchema, got)
	golden(t, "microsoft.sarif", got)
	checkSchema(t, sarifSchema, written(t, "sarif-microsoft", &engine.Report{}, report.Options{}))
	other := written(t, "sarif-microsoft", hostile("a"), report.Options{ToolVersion: "1.2.3"})
	if guid(t, got) == guid(t, other) || guid(t, got) != guid(t, written(t, "sarif-microsoft", r, report.Options{})) {
		t.Error("the id of a run does not follow its findings")
	}
}

// guid returns the id of the run of a log.
func guid(t *testing.T, log []byte) string {
	t.Helper()
	var x struct {
		Runs []struct {
			AutomationDetails struct {
				CorrelationGUID string `json:"correlationGuid"`
			} `json:"automationDetails"`
		} `json:"runs"`
	}
	if err := json.Unmarshal(log, &x); err != nil {
		t.Fatal(err)
	}
	return x.Runs[0].AutomationDetails.CorrelationGUID
}
