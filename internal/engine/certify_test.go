package engine_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/solcheck/solcheck/internal/artifact"
	"github.com/solcheck/solcheck/internal/artifact/ziptest"
	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/internal/ruletest"
	"github.com/solcheck/solcheck/rules"
)

// certified runs all rules over what lies at a path and goes through the checklist.
func certified(t *testing.T, path string, o engine.Options) *engine.Report {
	t.Helper()
	sources, _, err := artifact.Find([]string{path})
	if err != nil {
		t.Fatal(err)
	}
	o.Rules, o.Certify = rules.All(), true
	report, err := engine.Run(t.Context(), sources, o)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

// checklist prints the steps, each with its verdict, its rules and its notes.
func checklist(c engine.Certification) string {
	var b strings.Builder
	for _, s := range c.Steps {
		fmt.Fprintf(&b, "%s: %s\n", s.ID, s.Verdict)
		var ids []string
		for _, f := range s.Findings {
			ids = append(ids, f.Rule.ID)
		}
		slices.Sort(ids)
		for _, id := range slices.Compact(ids) {
			b.WriteString("  " + id + "\n")
		}
		for _, n := range s.Notes {
			b.WriteString("  " + n + "\n")
		}
	}
	return b.String()
}

func TestCertify(t *testing.T) {
	testdata := filepath.Join("..", "..", "testdata")
	alone := filepath.Join(t.TempDir(), "core.zip")
	if err := os.WriteFile(alone, ziptest.Build(t, map[string]string{
		"solution.xml":       `<ImportExportXml><SolutionManifest><UniqueName>Core</UniqueName><Descriptions><Description description="The core of the app" languagecode="1033"/></Descriptions><Version>1.0.0.0</Version></SolutionManifest></ImportExportXml>`,
		"customizations.xml": "<ImportExportXml/>", "[Content_Types].xml": "<Types/>",
	}), 0o600); err != nil {
		t.Fatal(err)
	}
	const listing = "listing: needs a person\n" +
		"  The address of the package in Azure storage was not given; --package-url looks at one.\n" +
		"  The offer in Partner Center, its texts, plans, markets and the functional document, are not in the package.\n"
	const accounts = "service-accounts: cannot be known offline\n" +
		"  Which account the flows and connections of the app run as is not in the files; it needs a role with the fewest privileges that do, and may not be a maker, customizer or administrator.\n"
	const deployment = "deployment: cannot be known offline\n" +
		"  Whether everything is installed, shown, and gone again after the uninstallation, only an environment tells; deploy the package to a new one.\n"
	for name, c := range map[string]struct{ path, today, want string }{
		"good": {ruletest.Zip(t, filepath.Join(testdata, "clean", "appsource")), "2026-06-01", "package: passed\nsolutions: passed\n" +
			"canvas-apps: passed\n  There is no canvas app.\n" + deployment +
			"custom-code: passed\n  The code of the package (Contoso.Package.dll: Contoso.PackageTemplate) calls neither Dataverse nor the network.\n" + accounts + listing},
		"late": {ruletest.Zip(t, filepath.Join(testdata, "clean", "appsource")), "2031-02-01", "package: needs a person\n  The offer ended on 2031-01-31 (EndDate), so nobody can get the app.\nsolutions: passed\n" +
			"canvas-apps: passed\n  There is no canvas app.\n" + deployment +
			"custom-code: passed\n  The code of the package (Contoso.Package.dll: Contoso.PackageTemplate) calls neither Dataverse nor the network.\n" + accounts + listing},
		"alone": {alone, "2026-06-01", "package: cannot be known offline\n  No AppSource package was given, so what it has to hold was not looked at.\nsolutions: passed\n" +
			"canvas-apps: passed\n  There is no canvas app.\n" + deployment +
			"custom-code: cannot be known offline\n  No deployment package was found that can be read.\n" + accounts + listing},
	} {
		report := certified(t, c.path, engine.Options{Today: c.today})
		if len(report.Certifications) != 1 {
			t.Fatalf("%s: %d checklists", name, len(report.Certifications))
		}
		if diff := cmp.Diff(c.want, checklist(report.Certifications[0])); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
}

// TestCertifySorts sees that each finding of a bad package stands at one step, and
// which steps fail.
func TestCertifySorts(t *testing.T) {
	report := certified(t, ruletest.Zip(t, filepath.Join("..", "..", "testdata", "every-rule", "appsource")), engine.Options{})
	c := report.Certifications[0]
	seen := make(map[*engine.Finding]bool)
	verdicts := make(map[engine.StepID]engine.Verdict)
	for _, s := range c.Steps {
		verdicts[s.ID] = s.Verdict
		for _, f := range s.Findings {
			if seen[f] {
				t.Errorf("%s stands at two steps: %s", f.Rule.ID, f.Message)
			}
			seen[f] = true
		}
	}
	if len(seen) != len(report.Findings) {
		t.Errorf("%d of %d findings stand at a step", len(seen), len(report.Findings))
	}
	want := map[engine.StepID]engine.Verdict{
		engine.StepPackage: engine.Failed, engine.StepSolutions: engine.Failed, engine.StepCanvasApps: engine.Passed, engine.StepDeployment: engine.Failed,
		engine.StepCode: engine.Passed, engine.StepAccounts: engine.Failed, engine.StepListing: engine.NeedsPerson,
	}
	if diff := cmp.Diff(want, verdicts); diff != "" {
		t.Error(diff)
	}
}

// TestCertifyHidden sees that what the baseline holds counts, and that what is
// suppressed is told of.
func TestCertifyHidden(t *testing.T) {
	path := ruletest.Zip(t, filepath.Join("..", "..", "testdata", "every-rule", "data.txtar"))
	first := certified(t, path, engine.Options{})
	known := certified(t, path, engine.Options{Baseline: engine.NewBaseline(first)})
	if len(known.Findings) > 0 || len(known.Certifications[0].Steps[3].Findings) != 1 {
		t.Errorf("with a baseline: %v and %v", known.Findings, known.Certifications[0].Steps[3])
	}
	held := certified(t, path, engine.Options{Suppress: []engine.Entry{{Rule: "package-include-data-file", Reason: "it is meant"}}})
	step := held.Certifications[0].Steps[3]
	if want := "Not counted: 1 suppressed finding, whose reasons reviewers do not know."; len(step.Findings) > 0 || !slices.Contains(step.Notes, want) {
		t.Errorf("with a suppression: %v", step)
	}
}

// TestPackageURL reads addresses and follows none.
func TestPackageURL(t *testing.T) {
	path := filepath.Join(t.TempDir(), "core.zip")
	if err := os.WriteFile(path, ziptest.Build(t, map[string]string{"solution.xml": "<ImportExportXml/>", "customizations.xml": "<ImportExportXml/>"}), 0o600); err != nil {
		t.Fatal(err)
	}
	const base = "https://contoso.blob.core.windows.net/apps/visits.zip?"
	for address, want := range map[string][]string{
		base + "sp=r&sr=b&st=2026-01-01T00:00:00Z&se=2026-12-31T00:00:00Z&spr=https&sig=a": nil,
		base + "si=readers&sr=b&sig=a":                            nil, // a stored policy tells the rest
		base + "sp=r&sr=b&se=2026-12-31&sig=a":                    nil,
		"visits.zip":                                              {"is none"},
		"http://x/visits.zip?sp=r&se=2999-01-01&sig=a":            {`begins with "http://"`},
		base + "sp=rl&sr=b&se=2026-12-31&sig=a":                   {"sp=rl"},
		base + "sr=b&se=2026-12-31&sig=a":                         {"does not tell what it allows"},
		base + "sp=r&sr=c&se=2026-12-31&sig=a":                    {"whole container"},
		base + "sp=r&sr=b&se=2026-06-15&sig=a":                    {"less than a month"},
		base + "sp=r&sr=b&se=2026-05-15&sig=a":                    {"was good until 2026-05-15"},
		base + "sp=r&sr=b&se=soon&sig=a":                          {`"soon" (se), which is no time`},
		base + "sp=r&sr=b&sig=a":                                  {"does not tell until when"},
		base + "sp=r&sr=b&se=2026-12-31":                          {"no signature"},
		base + "sp=r&st=2026-07-01&se=2026-12-31&sig=a":           {"not good before 2026-07-01"},
		base + "sp=r&sip=10.0.0.1&se=2026-12-31&sig=a":            {"some machines only"},
		"https://contoso.example/visits?sp=r&se=2026-12-31&sig=a": {"does not lead to a .zip"},
	} {
		steps := certified(t, path, engine.Options{PackageURL: address, Today: "2026-06-01"}).Certifications[0].Steps
		s := steps[len(steps)-1]
		if failed := s.Verdict == engine.Failed; failed != (want != nil) {
			t.Errorf("%s: %s, %q", address, s.Verdict, s.Notes)
			continue
		}
		for _, w := range want {
			if !strings.Contains(s.Notes[0], w) || len(s.Notes) != len(want)+1 {
				t.Errorf("%s: %q, want %q", address, s.Notes, w)
			}
		}
	}
}

// TestEnforce sees that what is suppressed counts for a managed environment.
func TestEnforce(t *testing.T) {
	const step = `<SdkMessageProcessingStep Name="%d" SdkMessageProcessingStepId="{0000000%d-0000-4000-8000-000000000000}"><SdkMessageId>{9ebdbb1b-ea3e-db11-86a7-000a3a5473e8}</SdkMessageId><PluginTypeName>Desk.Number, Desk, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null</PluginTypeName><PrimaryEntity>account</PrimaryEntity><Mode>0</Mode><Stage>20</Stage></SdkMessageProcessingStep>`
	path := filepath.Join(t.TempDir(), "desk.zip")
	if err := os.WriteFile(path, ziptest.Build(t, map[string]string{
		"solution.xml":       "<ImportExportXml><SolutionManifest><UniqueName>Desk</UniqueName></SolutionManifest></ImportExportXml>",
		"customizations.xml": "<ImportExportXml><SdkMessageProcessingSteps>" + fmt.Sprintf(step, 1, 1) + fmt.Sprintf(step, 2, 2) + "</SdkMessageProcessingSteps></ImportExportXml>",
	}), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		mode     engine.EnforceMode
		suppress []engine.Entry
		refused  bool
	}{
		{engine.Block, nil, true},
		{engine.Warn, nil, false},
		{engine.Block, []engine.Entry{{Rule: "meta-remove-dup-reg", Reason: "it is meant"}}, true},
	} {
		e := certified(t, path, engine.Options{Enforce: c.mode, Suppress: c.suppress}).Enforcement
		if e.Refused() != c.refused || len(e.Violations) != 1 || e.Violations[0].Rule.ID != "meta-remove-dup-reg" {
			t.Errorf("%s with %v: refused %v by %v", c.mode, c.suppress, e.Refused(), e.Violations)
		}
		if want := []string{filepath.ToSlash(path)}; !slices.Equal(e.Solutions, want) {
			t.Errorf("it looked at %q", e.Solutions)
		}
	}
}
