package customizations_test

import (
	"fmt"
	"testing"

	diff "github.com/google/go-cmp/cmp"

	"github.com/solcheck/solcheck/analyzers/analyzertest"
)

// TestReportQueries checks that the queries of a report are among the solution's,
// and that one that cannot be read is told where it breaks.
func TestReportQueries(t *testing.T) {
	m, r := read(t, analyzertest.Files{
		"Other/Solution.xml":       []byte("<ImportExportXml/>"),
		"Other/Customizations.xml": []byte(withFiles),
		"Reports/Sum.rdl": []byte(`<Report>
  <CommandText>&lt;fetch&gt;&lt;entity name="task" /&gt;&lt;/fetch&gt;</CommandText>
  <CommandText>&lt;fetch&gt;&lt;entity name="task"&gt;&lt;/fetch&gt;</CommandText>
  <CommandText>&lt;fetch&gt;&lt;entity name="fax" /&gt;&lt;/fetch&gt;</CommandText>
</Report>`),
	})
	var got []string
	for q := range m.Queries() {
		got = append(got, fmt.Sprintf("%s of %s: %s", r.Where(q.From), q.Title, q.Source.Table.Value))
	}
	for _, p := range m.Problems {
		got = append(got, fmt.Sprintf("%s: %s", r.Where(p.Pos), p.Message))
	}
	want := []string{
		`Reports/Sum.rdl:2:16 of report "Sum": task`,
		`Reports/Sum.rdl:4:16 of report "Sum": fax`,
		`Reports/Sum.rdl:3:55: a query of report "Sum" cannot be read: the query is broken XML: </fetch> stands where </entity> was expected`,
	}
	if d := diff.Diff(want, got); d != "" {
		t.Error(d)
	}
}
