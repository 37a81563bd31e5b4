package rules_test

import (
	"bytes"
	"flag"
	"fmt"
	"image"
	imagepng "image/png"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/internal/artifact/ziptest"
	"github.com/solcheck/solcheck/internal/ruletest"
	"github.com/solcheck/solcheck/rules"
	areapackages "github.com/solcheck/solcheck/rules/packages"
)

// The members of the good package that defects are made in.
const (
	input    = "Input.xml"
	pkg      = "Contoso.Package.zip/"
	config   = pkg + "PkgFolder/ImportConfig.xml"
	solution = pkg + "PkgFolder/ContosoVisits_managed.zip/"
	manifest = solution + "solution.xml"
	data     = pkg + "PkgFolder/Kinds.zip/data.xml"
	schema   = pkg + "PkgFolder/Kinds.zip/data_schema.xml"
)

// A members is a package by the names of what is in it.
type members map[string]string

// change puts one text in the place of another.
func change(name, old, with string) func(testing.TB, members) {
	return func(tb testing.TB, m members) {
		tb.Helper()
		if !strings.Contains(m[name], old) {
			tb.Fatalf("%s does not hold %q", name, old)
		}
		m[name] = strings.ReplaceAll(m[name], old, with)
	}
}

func add(name, text string) func(testing.TB, members) {
	return func(_ testing.TB, m members) { m[name] = text }
}

// move gives what begins with a name another one; to none it goes away.
func move(from, to string) func(testing.TB, members) {
	return func(_ testing.TB, m members) {
		for name, text := range maps.Clone(m) {
			if rest, ok := strings.CutPrefix(name, from); ok {
				delete(m, name)
				if to != "" {
					m[to+rest] = text
				}
			}
		}
	}
}

func all(steps ...func(testing.TB, members)) func(testing.TB, members) {
	return func(tb testing.TB, m members) {
		tb.Helper()
		for _, step := range steps {
			step(tb, m)
		}
	}
}

const (
	line   = `<configsolutionfile solutionpackagefilename="ContosoVisits_managed.zip" />`
	second = `<configsolutionfile solutionpackagefilename="ContosoReports_managed.zip" />`
	closed = "</configdatastorage>"
)

// reports adds a second solution, with something changed in its manifest.
func reports(order, old, with string) func(testing.TB, members) {
	return func(tb testing.TB, m members) {
		tb.Helper()
		change(config, line, order)(tb, m)
		other := strings.Replace(solution, "Visits", "Reports", 1)
		for _, name := range []string{"solution.xml", "customizations.xml", "[Content_Types].xml"} {
			m[other+name] = strings.ReplaceAll(m[solution+name], "Visits", "Reports")
		}
		change(other+"solution.xml", old, with)(tb, m)
	}
}

const missing = `<MissingDependencies>
      <MissingDependency>
        <Required type="1" schemaName="contoso_report" displayName="Report" solution="ContosoReports (1.4.0.0)" />
        <Dependent type="60" displayName="Visit" id="{b1c2d3e4-5f60-4718-8293-a4b5c6d7e8f9}" />
      </MissingDependency>
    </MissingDependencies>`

// app adds a canvas app in which the designer found something.
func app(rule, id string) func(testing.TB, members) {
	const msapp = solution + "CanvasApps/contoso_visits_DocumentUri.msapp/"
	return all(
		change(solution+"customizations.xml", "  <Entities />", "  <Entities />\n  <CanvasApps><CanvasApp><Name>contoso_visits</Name><DocumentUri>/CanvasApps/contoso_visits_DocumentUri.msapp</DocumentUri></CanvasApp></CanvasApps>"),
		change(manifest, "<RootComponents />", `<RootComponents><RootComponent type="300" schemaName="contoso_visits" behavior="0" /></RootComponents>`),
		add(msapp+"Header.json", "{}"),
		add(msapp+"Properties.json", `{"Name": "Visits"}`),
		add(msapp+"Controls/1.json", "{}"),
		add(msapp+"AppCheckerResult.sarif", `{"runs": [{"tool": {"driver": {"rules": [`+rule+`]}}, "results": [{"ruleId": "`+id+`"}]}]}`),
	)
}

// assembly puts one in the place of the package's that is not found by Package
// Deployer.
func assembly(tb testing.TB, m members) {
	tb.Helper()
	b, err := os.ReadFile(filepath.Join("..", "testdata", "every-rule", "deployment", "Contoso.Package1.dll"))
	if err != nil {
		tb.Fatal(err)
	}
	m[pkg+"Contoso.Package.dll"] = string(b)
}

const (
	peopleSchema = `<entities>
  <entity name="contact" disableplugins="false">
    <fields>
      <field name="contactid" type="guid" primaryKey="true" />
      <field name="emailaddress1" type="string" />
    </fields>
  </entity>
</entities>
`
	roleSchema = `<entities>
  <entity name="role" disableplugins="false">
    <fields>
      <field name="name" type="string" />
    </fields>
  </entity>
  <entity name="team" disableplugins="false">
    <fields />
  </entity>
</entities>
`
	roleGrant = `<entities>
  <entity name="role">
    <records>
      <record id="7a1b2c3d-4e5f-4061-8273-8495a6b7c8d9">
        <field name="name" value="System Customizer" />
      </record>
    </records>
  </entity>
  <entity name="team">
    <m2mrelationships>
      <m2mrelationship sourceid="0d9c8b7a-6f5e-4d3c-8b2a-190807060504" m2mrelationshipname="teamroles_association">
        <targetids>
          <targetid>7a1b2c3d-4e5f-4061-8273-8495a6b7c8d9</targetid>
        </targetids>
      </m2mrelationship>
    </m2mrelationships>
  </entity>
</entities>
`
)

// people returns rows of twenty of them.
func people() string {
	var b strings.Builder
	b.WriteString("<entities>\n  <entity name=\"contact\">\n    <records>\n")
	for i := range 21 {
		fmt.Fprintf(&b, "      <record id=\"5f2d9a31-6c1e-4b7a-9d40-%012x\"><field name=\"emailaddress1\" value=\"person%d@acme-anvils.com\" /></record>\n", i+1, i)
	}
	b.WriteString("    </records>\n  </entity>\n</entities>\n")
	return b.String()
}

// defects are one for each rule about packages: what it takes for the good package
// to have this one fault.
var defects = map[string]func(testing.TB, members){
	"package-avoid-app-error":               app(`{"id": "app-ErrInvalidName", "properties": {"level": "High", "primaryCategory": "formula"}}`, "app-ErrInvalidName"),
	"package-avoid-inaccessible-app":        app(`{"id": "acc-AccessibleLabelNeeded", "properties": {"level": "Medium", "primaryCategory": "accessibility"}}`, "acc-AccessibleLabelNeeded"),
	"package-avoid-personal-data":           all(add(schema, peopleSchema), add(data, people())),
	"package-avoid-role-grant":              all(add(schema, roleSchema), add(data, roleGrant)),
	"package-include-import-class":          assembly,
	"package-avoid-country-blank":           change(input, "CA,DE,US", "CA, DE,US"),
	"package-avoid-customization-overwrite": change(config, line, strings.Replace(line, " />", ` overwriteunmanagedcustomizations="true" />`, 1)),
	"package-avoid-disabled-plugins":        change(schema, `disableplugins="false"`, `disableplugins="true"`),
	"package-avoid-ignored-name":            change(config, line, strings.Replace(line, " />", ` RequiredImportMode="async" />`, 1)),
	"package-avoid-inactive-import":         change(config, line, strings.Replace(line, " />", ` publishworkflowsandactivateplugins="false" />`, 1)),
	"package-avoid-nested-layout":           move("", "Contoso/"),
	"package-avoid-owner-lookup": all(
		change(schema, "</fields>", `  <field displayname="Owner" name="ownerid" type="owner" />`+"\n    </fields>"),
		change(data, `value="Inspection" />`, `value="Inspection" />`+"\n"+`        <field name="ownerid" value="0d9c8b7a-6f5e-4d3c-8b2a-190807060504" lookupentity="systemuser" />`),
	),
	"package-avoid-remote-script": change("TermsOfUse.html", "<body>", `<body><script src="https://cdn.example.com/measure.js"></script>`),
	"package-avoid-sample-data":   change(config, `installsampledata="false"`, `installsampledata="true"`),
	"package-avoid-user-map": all(
		change(config, closed, `  <cmtdatafiles><cmtdatafile filename="Kinds.zip" lcid="1033" usermapfilename="Users.xml" /></cmtdatafiles>`+"\n"+closed),
		add(pkg+"PkgFolder/Users.xml", "<users />"),
	),
	"package-include-anchor-solution": change(input, "ContosoVisits_managed.zip", "Anchor_managed.zip"),
	"package-include-content-type":    change("[Content_Types].xml", `  <Default Extension="png" ContentType="application/octet-stream" />`+"\n", ""),
	"package-include-data-file":       move(data, ""),
	"package-include-data-schema":     change(data, `value="Inspection" />`, `value="Inspection" /><field name="contoso_color" value="blue" />`),
	"package-include-default-content": move(pkg+"PkgFolder/Content/en-us/", pkg+"PkgFolder/Content/de-de/"),
	"package-include-default-data": all(
		change(config, ` crmmigdataimportfile="Kinds.zip"`, ""),
		change(config, closed, `  <cmtdatafiles><cmtdatafile filename="Kinds.zip" lcid="1033" /></cmtdatafiles>`+"\n"+closed),
	),
	"package-include-import-attribute": change(config, closed, `  <filesmapstoimport><configimportmapfile filename="" /></filesmapstoimport>`+"\n"+closed),
	"package-include-import-file":      change(config, "installsampledata=", `agentdesktopzipfile="Desk\Agent.zip" installsampledata=`),
	"package-include-input-element":    change(input, "  <ProviderName>Contoso</ProviderName>\n", ""),
	"package-include-input-file":       change(input, "TermsOfUse.html", "Terms.html"),
	"package-include-locale-name":      change(input, `Code="1033"`, `Code="1031"`),
	"package-include-lookup-target": all(
		change(schema, "</fields>", `  <field displayname="Category" name="contoso_categoryid" type="entityreference" lookupType="contoso_category" />`+"\n    </fields>"),
		change(data, `value="Inspection" />`, `value="Inspection" /><field name="contoso_categoryid" value="2b4d6f80-1a3c-4e5d-8f70-91b2c3d4e5f6" lookupentity="contoso_category" />`),
	),
	"package-include-needed-solution":      change(manifest, "<MissingDependencies />", missing),
	"package-include-package-file":         change(input, "Contoso.Package.zip", "package.zip"),
	"package-include-solution-description": change(manifest, `description="Plans visits and reports on them"`, `description=""`),
	"package-include-zip-detail": all(
		change(config, closed, `  <filestoimport><configimportfile filename="Rows.zip" filetype="zip" /></filestoimport>`+"\n"+closed),
		add(pkg+"PkgFolder/Rows.zip/rows.csv", "name"),
	),
	"role-limit-privileges": all(
		change(solution+"customizations.xml", "  <Entities />", "  <Entities />\n"+
			`  <Roles><Role id="{3d5b7f91-0a2c-4e6d-8b0f-1c3e5a7b9d02}" name="Visits"><RolePrivileges><RolePrivilege name="prvAssignRole" level="Global" /></RolePrivileges></Role></Roles>`),
		change(manifest, "<RootComponents />", `<RootComponents><RootComponent type="20" id="{3d5b7f91-0a2c-4e6d-8b0f-1c3e5a7b9d02}" behavior="0" /></RootComponents>`),
	),
	"package-remove-duplicate-record":   change(data, "    </records>", `      <record id="5f2d9a31-6c1e-4b7a-9d40-1c2e3f405162" />`+"\n    </records>"),
	"package-remove-duplicate-solution": change(config, line, line+line),
	"package-remove-template-name":      change(input, "<ProviderName>Contoso<", "<ProviderName>Microsoft<"),
	"package-remove-unused-file":        add(pkg+"PkgFolder/Old.xml", "<old />"),
	"package-use-anchor-last":           reports(line+second, "<Managed>1", "<Managed>1"),
	"package-use-country-code":          change(input, "CA,DE,US", "CA,DE,UK"),
	"package-use-date-slashes":          change(input, "01/31/2026", "01-31-2026"),
	"package-use-file-case":             change(config, "Kinds.zip", "kinds.zip"),
	"package-use-folder-name":           move(pkg+"PkgFolder/", pkg+"PkgAssets/"),
	"package-use-html-terms":            add("TermsOfUse.html", "Terms of use"),
	"package-use-import-value":          change(config, `installsampledata="false"`, `installsampledata="never"`),
	"package-use-input-date":            change(input, "01/31/2026", "31/01/2026"),
	"package-use-input-name":            move("Input.xml", "input.xml"),
	"package-use-learn-more-link":       change(input, "https://www.contoso.com/visits", "contoso.com/visits"),
	"package-use-logo-format":           add("logo.png", "GIF89a"),
	"package-use-logo-size":             add("logo.png", png(330, 330)),
	"package-use-managed-solution":      change(manifest, "<Managed>1", "<Managed>0"),
	"solution-use-required-version":     all(reports(second+line, "1.4.0.0", "1.3.0.0"), change(manifest, "<MissingDependencies />", missing)),
	"package-use-one-publisher":         reports(second+line, "<UniqueName>contoso<", "<UniqueName>other<"),
	"solution-use-own-publisher":        change(manifest, "<CustomizationPrefix>contoso", "<CustomizationPrefix>new"),
	"package-use-package-locale":        change(input, `IsDefault="true"`, `IsDefault="yes"`),
	"package-use-solution-order":        all(reports(second+line, "<Managed>1", "<Managed>1"), change(config, second+line, line+second), change(manifest, "<MissingDependencies />", missing), change(input, "ContosoVisits_managed.zip", "ContosoReports_managed.zip")),
}

// TestEachHasDefect fails for a rule about packages that no defect is made for.
func TestEachHasDefect(t *testing.T) {
	for _, r := range areapackages.Rules {
		isOurs := slices.ContainsFunc([]unit.Kind{unit.AppSource, unit.Deployment, unit.Data, unit.CanvasApp}, func(k unit.Kind) bool { return slices.Contains(r.Kinds, k) })
		if _, ok := defects[r.ID]; !ok && isOurs {
			t.Errorf("no defect is made for %s", r.ID)
		}
	}
}

// TestDefects makes each defect in the good package and sees that its rule finds it
// at its place, and that no other rule of the catalogue says anything.
func TestDefects(t *testing.T) {
	good := load(t, filepath.Join("..", "testdata", "clean", "appsource"))
	var said strings.Builder
	for _, id := range slices.Sorted(maps.Keys(defects)) {
		m := maps.Clone(good)
		defects[id](t, m)
		name := filepath.Join(t.TempDir(), "visits.zip")
		if err := os.WriteFile(name, ziptest.Build(t, m), 0o600); err != nil {
			t.Fatal(err)
		}
		lines := ruletest.Findings(t, name, rules.All())
		if len(lines) == 0 {
			t.Errorf("%s finds nothing", id)
		}
		for _, line := range lines {
			if !strings.HasPrefix(line, id+" ") {
				t.Errorf("the defect of %s has another rule say: %s", id, line)
			}
			said.WriteString(line + "\n")
		}
	}
	golden := filepath.Join("testdata", "defects.golden")
	if flag.Lookup("update").Value.String() == "true" { // the flag is ruletest's
		if err := os.WriteFile(golden, []byte(said.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), said.String()); diff != "" {
		t.Error(diff)
	}
}

// png returns a picture of that size.
func png(width, height int) string {
	var b bytes.Buffer
	if err := imagepng.Encode(&b, image.NewGray(image.Rect(0, 0, width, height))); err != nil {
		panic(err)
	}
	return b.String()
}

func load(t *testing.T, root string) members {
	t.Helper()
	m := make(members)
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, path)
		m[filepath.ToSlash(rel)] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return m
}
