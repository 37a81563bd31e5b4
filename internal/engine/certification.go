package engine

import (
	"path"
	"strings"

	"github.com/solcheck/solcheck/analyzers/unit"
	"github.com/solcheck/solcheck/rules/rule"
)

// A Certification goes through the steps of Microsoft's certification checklist for
// apps on AppSource and tells of each what the files say. It certifies nothing: that
// is for Microsoft's reviewers, who look at more than files.
type Certification struct {
	Package string // shown path of the AppSource package; empty where none was given, and all is meant that was
	Steps   []Step // always all of them, in the order of the checklist
}

// A Step is one step of the checklist.
type Step struct {
	ID       StepID
	Verdict  Verdict
	Findings []*Finding // what speaks against it, of the report's live findings and in their order
	Notes    []string   // what else there is to say, each a sentence with its full stop
}

// StepID names a step in reports.
type StepID string

// The steps, in the order of the checklist.
const (
	StepPackage    StepID = "package"
	StepSolutions  StepID = "solutions"
	StepCanvasApps StepID = "canvas-apps"
	StepDeployment StepID = "deployment"
	StepCode       StepID = "custom-code"
	StepAccounts   StepID = "service-accounts"
	StepListing    StepID = "listing"
)

// StepIDs returns all steps in the order of the checklist.
func StepIDs() []StepID {
	return []StepID{StepPackage, StepSolutions, StepCanvasApps, StepDeployment, StepCode, StepAccounts, StepListing}
}

// Title returns the step in words.
func (s StepID) Title() string {
	switch s {
	case StepPackage:
		return "Package complete"
	case StepSolutions:
		return "Solutions"
	case StepCanvasApps:
		return "Canvas apps"
	case StepDeployment:
		return "Deployment"
	case StepCode:
		return "Custom code"
	case StepAccounts:
		return "Service accounts"
	case StepListing:
		return "Listing"
	}
	return string(s)
}

// Verdict is what is known of a step.
type Verdict string

// The verdicts.
const (
	Passed      Verdict = "passed"
	Failed      Verdict = "failed"
	NeedsPerson Verdict = "needs a person"
	NotOffline  Verdict = "cannot be known offline"
)

// stepOf returns the step that a finding belongs to: that of its rule where the rule
// is about one, else that of the package it is in.
func stepOf(f *Finding, kind unit.Kind) StepID {
	switch f.Rule.ID {
	case "package-avoid-role-grant", "package-limit-role-privilege":
		return StepAccounts
	case "package-include-content-type", "package-avoid-hostile-entry", "package-limit-size":
		return StepPackage
	case "package-unsupported-artifact":
		if strings.EqualFold(path.Ext(f.Path), ".cab") {
			return StepSolutions // in the other form that solutions have
		}
	}
	switch kind {
	case unit.Deployment:
		if f.Rule.Component == rule.ManagedCode {
			return StepCode
		}
		return StepDeployment
	case unit.Data:
		return StepDeployment
	case unit.CanvasApp:
		return StepCanvasApps
	case unit.Solution, unit.Connector:
		return StepSolutions
	default:
		return StepPackage
	}
}
