package customizations_test

import (
	"testing"

	"github.com/solcheck/solcheck/analyzers/analyzertest"
	"github.com/solcheck/solcheck/analyzers/customizations"
)

func TestColumns(t *testing.T) {
	const head, tail = `<ImportExportXml><Entities><Entity><Name>con_permit</Name><EntityInfo><entity><attributes>`, `</attributes></entity></EntityInfo></Entity></Entities></ImportExportXml>`
	column := func(name, kind string) string {
		return `<attribute PhysicalName="` + name + `"><Type>` + kind + `</Type></attribute>`
	}
	for _, c := range []struct {
		columns, name string
		lacks         bool
	}{
		{column("con_permitId", "primarykey"), "con_total", true},
		{column("con_permitId", "primarykey") + column("con_Total", "money"), "con_total", false},
		{column("con_permitId", "primarykey") + column("con_Total", "money"), "con_total_base", false},
		{column("con_permitId", "primarykey") + column("con_Owner", "lookup"), "con_OwnerName", false},
		{column("con_permitId", "primarykey"), "createdon", false},                                                       // the platform's
		{column("con_Total", "money"), "con_gone", false},                                                                // only changes to a table
		{`<attribute PhysicalName="con_permitId" unmodified="1"><Type>primarykey</Type></attribute>`, "con_gone", false}, // a reference to it
	} {
		m, _ := read(t, analyzertest.Files{"customizations.xml": []byte(head + c.columns + tail)})
		if got := customizations.ColumnsOf(m.Tables[0]).Lacks(c.name); got != c.lacks {
			t.Errorf("%s of %s: lacks %v", c.name, c.columns, got)
		}
	}
}
