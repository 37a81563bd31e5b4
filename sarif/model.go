package sarif

import model "github.com/owenrumney/go-sarif/v2/sarif"

// The parts of a log, as go-sarif has them. Only its structs are used: its
// functions build wrong indexes, panic on fresh property bags and write files
// without truncating them.
type (
	// Run is what one tool found in one go.
	Run = model.Run
	// Tool is the tool of a run.
	Tool = model.Tool
	// Driver is the tool's main part, which has the rules.
	Driver = model.ToolComponent
	// Rule describes a rule, or a kind of notification.
	Rule = model.ReportingDescriptor
	// RuleConfiguration holds the level and the parameters of a rule.
	RuleConfiguration = model.ReportingConfiguration
	// ConfigurationOverride is how a rule was configured in a run, where that is not its default.
	ConfigurationOverride = model.ConfigurationOverride
	// DescriptorReference names a rule or a kind of notification.
	DescriptorReference = model.ReportingDescriptorReference
	// Text is a description in plain text and in Markdown.
	Text = model.MultiformatMessageString
	// Message is a message in plain text, in Markdown or by its id.
	Message = model.Message
	// Result is one finding.
	Result = model.Result
	// Location is a place: physical, logical or both.
	Location = model.Location
	// PhysicalLocation is a region of an artifact.
	PhysicalLocation = model.PhysicalLocation
	// LogicalLocation is a place by its name in the program.
	LogicalLocation = model.LogicalLocation
	// Region is a part of an artifact; its columns end exclusively.
	Region = model.Region
	// Artifact is a file, or a member of the artifact with the parent index.
	Artifact = model.Artifact
	// ArtifactLocation is where an artifact is.
	ArtifactLocation = model.ArtifactLocation
	// ArtifactContent is a piece of an artifact.
	ArtifactContent = model.ArtifactContent
	// Fix is a repair that a viewer can offer.
	Fix = model.Fix
	// ArtifactChange is the part of a fix that concerns one artifact.
	ArtifactChange = model.ArtifactChange
	// Replacement is one edit of a fix.
	Replacement = model.Replacement
	// Suppression says that a result was judged and why.
	Suppression = model.Suppression
	// Invocation is one start of the tool, with what it has to say of itself.
	Invocation = model.Invocation
	// Notification is a message about the run and not about the code.
	Notification = model.Notification
	// AutomationDetails names a run among others of the same tool.
	AutomationDetails = model.RunAutomationDetails
	// Properties are keys and values that the standard does not define.
	Properties = model.Properties
	// PropertyBag holds properties in all other types but [Rule], which has them itself.
	PropertyBag = model.PropertyBag
)

// head is a run as the writer begins it: without its results, which follow one
// by one, and with artifacts whose length may be unknown.
type head struct {
	*Run
	Results   *struct{}  `json:"results,omitempty"`
	Artifacts []artifact `json:"artifacts,omitempty"`
}

// artifact leaves out a length that is not known; go-sarif writes it as 0, which
// would say that the file is empty.
type artifact struct {
	*Artifact
	Length int `json:"length,omitempty"`
}

// headOf returns the run in the form in which it is written: an absent list of
// rules becomes an empty one, for go-sarif would write null.
func headOf(run *Run) head {
	h := head{Run: run}
	if run.Tool.Driver.Rules == nil {
		withRules, driver := *run, *run.Tool.Driver
		driver.Rules = []*Rule{}
		withRules.Tool.Driver = &driver
		h.Run = &withRules
	}
	for _, a := range run.Artifacts {
		h.Artifacts = append(h.Artifacts, artifact{a, max(0, a.Length)})
	}
	return h
}
