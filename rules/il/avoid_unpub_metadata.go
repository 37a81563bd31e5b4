package il

import (
	"slices"
	"strings"

	"github.com/solcheck/solcheck/analyzers/assembly"
	"github.com/solcheck/solcheck/rules/managed"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidUnpubMetadata = &rule.Rule{
	ID:        "il-avoid-unpub-metadata",
	Severity:  rule.High,
	Category:  rule.Performance,
	Component: rule.ManagedCode,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-apps/developer/data-platform/best-practices/work-with-metadata/retrieve-published-metadata",
	Kinds:     managed.Kinds(),
	Requires:  managed.Requires(),
	Run:       runAvoidUnpubMetadata,
}

// metadataRequests are the requests of Microsoft.Xrm.Sdk.Messages that can ask for
// definitions that are not published.
func metadataRequests() []string {
	return []string{
		"RetrieveAllEntitiesRequest", "RetrieveAllOptionSetsRequest", "RetrieveAttributeRequest", "RetrieveEntityKeyRequest",
		"RetrieveEntityRequest", "RetrieveOptionSetRequest", "RetrieveRelationshipRequest",
	}
}

func runAvoidUnpubMetadata(p *rule.Pass) error {
	for call := range managed.Calls(p) {
		name, ok := strings.CutPrefix(call.Member.OwnerName(), "Microsoft.Xrm.Sdk.Messages.")
		if ok && call.Member.Name == "set_RetrieveAsIfPublished" && slices.Contains(metadataRequests(), name) &&
			slices.ContainsFunc(call.Last().Possible(), (*assembly.Value).IsTrue) {
			managed.ReportCall(p, call, "asks %q for definitions that are not published; leave RetrieveAsIfPublished out", name)
		}
	}
	return nil
}
