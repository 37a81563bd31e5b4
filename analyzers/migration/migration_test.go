package migration_test

import (
	"bytes"
	"flag"
	"fmt"
	"strings"
	"testing"

	"github.com/solcheck/solcheck/analyzers/analyzertest"
	"github.com/solcheck/solcheck/analyzers/migration"
	"github.com/solcheck/solcheck/analyzers/unit"
)

var update = flag.Bool("update", false, "write the golden files")

func read(tb testing.TB, files analyzertest.Files) (*migration.Model, *analyzertest.Result) {
	tb.Helper()
	r := analyzertest.Run(tb, migration.Analyzer, unit.Data, files)
	return r.Value.(*migration.Model), r
}

// TestModel compares the model of each archive with its golden file.
func TestModel(t *testing.T) { analyzertest.Golden(t, migration.Analyzer, unit.Data, *update) }

func TestOtherUnits(t *testing.T) {
	analyzertest.Nothing(t, migration.Analyzer, unit.Solution, analyzertest.Files{"a.txt": nil})
}

func TestProblems(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"data_schema.xml", `<entities>
<entity></x>`, `data_schema.xml:2:9: the XML is broken: </x> stands where </entity> was expected`},
		{"data_schema.xml", `<schema/>`, `data_schema.xml:1:1: the file begins with "schema", expected "entities"`},
		{"data.xml", `<entities><entity><records><record id="1"></x>`, `data.xml:1:43: the XML is broken: </x> stands where </record> was expected`},
		{"data.xml", `<rows/>`, `data.xml:1:1: the file begins with "rows", expected "entities"`},
		{"data.xml", ``, `data.xml: the XML is broken: the text holds no element`},
	} {
		_, r := read(t, analyzertest.Files{c.name: []byte(c.text)})
		if got := strings.Join(r.Problems(), "; "); got != c.want {
			t.Errorf("%q: %s, want %s", c.text, got, c.want)
		}
	}
}

func FuzzData(f *testing.F) {
	f.Add([]byte(`<entities timestamp="2026-01-31T08:00:00.0000000Z">
  <entity name="contoso_visitkind" displayname="Visit kind">
    <records>
      <record id="5f2d9a31-6c1e-4b7a-9d40-1c2e3f405162">
        <field name="contoso_visitkindid" value="5f2d9a31-6c1e-4b7a-9d40-1c2e3f405162" />
        <field name="contoso_name" value="Inspection" />
      </record>
    </records>
    <m2mrelationships />
  </entity>
</entities>
`))
	f.Add([]byte(`<entities timestamp="2026-01-31T08:00:00.0000000Z">
  <entity name="contact" displayname="Contact">
    <records>
      <record id="5f2d9a31-6c1e-4b7a-9d40-1c2e3f405161">
        <field name="emailaddress1" value="ada@acme.com" />
        <field name="emailaddress2" value="ada2@acme.com" />
        <field name="emailaddress3" value="ada3@acme.com" />
        <field name="telephone1" value="+44 20 7946 0112" />
      </record>
      <record id="5f2d9a31-6c1e-4b7a-9d40-1c2e3f405162">
        <field name="emailaddress1" value="ben@acme.com" />
        <field name="emailaddress2" value="ben2@acme.com" />
        <field name="emailaddress3" value="ben3@acme.com" />
        <field name="telephone1" value="+44 20 7946 0212" />
      </record>
      <record id="5f2d9a31-6c1e-4b7a-9d40-1c2e3f405163">
        <field name="emailaddress1" value="cleo@acme.com" />
        <field name="emailaddress2" value="cleo2@acme.com" />
        <field name="emailaddress3" value="cleo3@acme.com" />
        <field name="telephone1" value="+44 20 7946 0312" />
      </record>
      <record id="5f2d9a31-6c1e-4b7a-9d40-1c2e3f405164">
        <field name="emailaddress1" value="dan@acme.com" />
        <field name="emailaddress2" value="dan2@acme.com" />
        <field name="emailaddress3" value="dan3@acme.com" />
        <field name="telephone1" value="+44 20 7946 0412" />
      </record>
      <record id="5f2d9a31-6c1e-4b7a-9d40-1c2e3f405165">
        <field name="emailaddress1" value="eve@acme.com" />
        <field name="emailaddress2" value="eve2@acme.com" />
        <field name="emailaddress3" value="eve3@acme.com" />
        <field name="telephone1" value="+44 20 7946 0512" />
      </record>
    </records>
    <m2mrelationships />
  </entity>
</entities>
`))
	f.Add([]byte(`<entities timestamp="2026-01-31T08:00:00.0000000Z">
  <entity name="role" displayname="Security Role">
    <records>
      <record id="7a1b2c3d-4e5f-4061-8273-8495a6b7c8d9">
        <field name="roleid" value="7a1b2c3d-4e5f-4061-8273-8495a6b7c8d9" />
        <field name="name" value="System Administrator" />
      </record>
    </records>
    <m2mrelationships />
  </entity>
  <entity name="systemuser" displayname="User">
    <records />
    <m2mrelationships>
      <m2mrelationship sourceid="0d9c8b7a-6f5e-4d3c-8b2a-190807060504" targetentityname="role" targetentitynameidfield="roleid" m2mrelationshipname="systemuserroles_association">
        <targetids>
          <targetid>7a1b2c3d-4e5f-4061-8273-8495a6b7c8d9</targetid>
        </targetids>
      </m2mrelationship>
    </m2mrelationships>
  </entity>
</entities>
`))
	f.Add([]byte(`<entities><entity><entity name="x"><records><record id="{}"><field/>`))
	f.Fuzz(func(t *testing.T, text []byte) {
		m, r := read(t, analyzertest.Files{"data.xml": text, "data_schema.xml": []byte(`<entities><entity name="contact"/><entity name="role"/></entities>`)})
		for _, p := range m.Unread() {
			if !p.Pos.IsValid() || p.Message == "" {
				t.Fatalf("%+v", p)
			}
		}
		analyzertest.Dumper{Where: r.Where}.Dump(m) // every place must be in the file
	})
}

func FuzzSchema(f *testing.F) {
	f.Add([]byte(`<entities>
  <entity name="contoso_visitkind" displayname="Visit kind" etc="10042" primaryidfield="contoso_visitkindid" primarynamefield="contoso_name" disableplugins="false">
    <fields>
      <field displayname="Visit kind" name="contoso_visitkindid" type="guid" primaryKey="true" />
      <field displayname="Name" name="contoso_name" type="string" customfield="true" />
    </fields>
  </entity>
</entities>
`))
	f.Fuzz(func(t *testing.T, text []byte) {
		m, r := read(t, analyzertest.Files{"data_schema.xml": text})
		for _, p := range m.Unread() {
			if !p.Pos.IsValid() || p.Message == "" {
				t.Fatalf("%+v", p)
			}
		}
		analyzertest.Dumper{Where: r.Where}.Dump(m) // every place must be in the file
	})
}

func BenchmarkModel(b *testing.B) {
	const record = `      <record id="5f2d9a31-6c1e-4b7a-9d40-%012x">
        <field name="contoso_visitkindid" value="5f2d9a31-6c1e-4b7a-9d40-%012x" />
        <field name="contoso_name" value="Inspection" />
        <field name="ownerid" value="0d9c8b7a-6f5e-4d3c-8b2a-190807060504" lookupentity="systemuser" lookupentityname="Ada Contoso" />
        <field name="contoso_mail" value="ada@contoso.example" />
      </record>
`
	var text bytes.Buffer
	text.WriteString("<entities><entity name=\"contoso_visitkind\"><records>\n")
	for i := range 20_000 {
		fmt.Fprintf(&text, record, i, i)
	}
	text.WriteString("</records></entity></entities>")
	b.SetBytes(int64(text.Len()))
	b.ReportAllocs()
	for b.Loop() {
		m, _ := read(b, analyzertest.Files{"data.xml": text.Bytes()})
		if m.Data[0].Records != 20_000 {
			b.Fatal(m.Data[0].Records)
		}
	}
}
