package report_test

import (
	"testing"

	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/internal/report"
)

// gated is the sample with what is told at the end where it is asked for.
func gated() *engine.Report {
	r := sample()
	finding := func(id string) []*engine.Finding {
		var list []*engine.Finding
		for i := range r.Findings {
			if r.Findings[i].Rule.ID == id {
				list = append(list, &r.Findings[i])
			}
		}
		return list
	}
	r.Rules = append(r.Rules, limited(12))
	steps := []engine.Step{
		{ID: engine.StepPackage, Verdict: engine.Failed, Findings: finding("package-limit-size")},
		{ID: engine.StepSolutions, Verdict: engine.Failed, Findings: append(finding("meta-remove-inactive"), finding("web-use-async")...)},
		{ID: engine.StepCanvasApps, Verdict: engine.Passed, Notes: []string{"There is no canvas app."}},
		{ID: engine.StepDeployment, Verdict: engine.NotOffline, Notes: []string{"Only an environment tells."}},
		{ID: engine.StepCode, Verdict: engine.NeedsPerson, Findings: finding("il-avoid-column-set"), Notes: []string{"The code of the package (Contoso\x1b[31m.dll) calls Dataverse."}},
		{ID: engine.StepAccounts, Verdict: engine.NotOffline, Notes: []string{"It is not in the files."}},
		{ID: engine.StepListing, Verdict: engine.NeedsPerson, Notes: []string{"No address was given."}},
	}
	r.Certifications = []engine.Certification{{Package: "zips/100% Ünï#1.zip", Steps: steps}, {Steps: steps[:2]}}
	r.Enforcement = &engine.Enforcement{Mode: engine.Block, Solutions: []string{"src/Core", "zips/100% Ünï#1.zip!/PkgFolder/core.zip"}, Violations: finding("web-use-async"), Unread: true}
	return r
}

func TestGates(t *testing.T) {
	got := written(t, "json", gated(), report.Options{ToolVersion: "1.2.3"})
	checkSchema(t, jsonSchema, got)
	golden(t, "gated.json", got)
	golden(t, "gated.txt", written(t, "text", gated(), report.Options{}))
}

// TestEnforcementWords tells each outcome in words.
func TestEnforcementWords(t *testing.T) {
	all := gated()
	for name, e := range map[string]*engine.Enforcement{
		"enforced-none.txt":  {Mode: engine.Block},
		"enforced-clean.txt": {Mode: engine.Block, Solutions: []string{"a.zip"}},
		"enforced-warn.txt":  {Mode: engine.Warn, Solutions: []string{"a.zip"}, Violations: all.Enforcement.Violations},
	} {
		golden(t, name, written(t, "text", &engine.Report{Enforcement: e}, report.Options{}))
	}
}
