package connector

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/rules/rule"
)

var useRevision = &rule.Rule{
	ID:        "connector-use-revision",
	Severity:  rule.Low,
	Category:  rule.Design,
	Component: rule.Connector,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/connectors/custom-connectors/operational-versioning",
	Kinds:     kinds(),
	Requires:  requires(),
	Run: definitions(func(c *check, d *connector.Definition) {
		families := make(map[string][]*connector.Operation)
		var names []string
		for _, o := range d.Operations {
			a := o.Annotation
			if a == nil {
				continue
			}
			c.annotation(o)
			c.status(d, o)
			if a.Family.Value == "" {
				continue
			}
			if families[a.Family.Value] == nil {
				names = append(names, a.Family.Value)
			}
			families[a.Family.Value] = append(families[a.Family.Value], o)
		}
		for _, name := range names {
			c.family(name, families[name])
		}
	}),
}

// annotation judges what one operation says of its version.
func (c *check) annotation(o *connector.Operation) {
	r := o.Annotation.Replacement
	if r == nil {
		return
	}
	if !o.Deprecated {
		c.say(at(r), "ApiAnnotationExtensionReplacementInfoForNonDeprecatedOperations", `The operation %q names its replacement and is not deprecated; add "deprecated": true, or remove the replacement`, o.Name())
	}
	if r.Get("api") == nil {
		c.say(at(r), "ApiAnnotationExtensionReplacementInfoMissingApiProperty", `The replacement of operation %q has no "api"; name the connector that holds it`, o.Name())
	}
	if r.Get("operationId") == nil {
		c.say(at(r), "ApiAnnotationExtensionReplacementInfoMissingOperationIdProperty", `The replacement of operation %q has no "operationId"; name the operation to use instead`, o.Name())
	}
}

// status compares the state of an operation with that of the connector.
func (c *check) status(d *connector.Definition, o *connector.Operation) {
	if s := o.Annotation.Status; strings.EqualFold(s.Value, "Production") && strings.EqualFold(d.Info.Status.Value, "Preview") {
		c.say(s, "OperationStatusAheadOfConnector", `The operation %q is in "Production" and the connector in "Preview"; an operation cannot be ahead`, o.Name())
	}
}

// family judges the versions of one operation.
func (c *check) family(name string, list []*connector.Operation) {
	if len(list) == 1 {
		return
	}
	revisions := make(map[string]*connector.Operation)
	active, production := 0, 0
	var empty *connector.Operation
	for _, o := range list {
		if r := o.Annotation.Revision; r == nil {
			c.noRevision(name, o, empty)
			empty = o
		} else if first := revisions[r.Literal()]; first != nil {
			c.say(at(r), "OperationFamilyHasDuplicateRevisions", "The operations %q and %q of family %q both have the revision %s; count it up", first.Name(), o.Name(), name, r.Literal())
		} else {
			revisions[r.Literal()] = o
			c.suffix(o)
		}
		if o.Deprecated {
			continue
		}
		if active++; active == 3 {
			c.say(o.Annotation.Family, "OperationFamilyHasManyActiveOperations", "The family %q has more than two operations that are not deprecated; deprecate the older ones", name)
		}
		if strings.EqualFold(o.Annotation.Status.Value, "Production") {
			if production++; production == 2 {
				c.say(o.Annotation.Family, "OperationFamilyHasManyActiveProductionOperations", `The family %q has more than one operation in "Production" that is not deprecated; deprecate the older one`, name)
			}
		}
	}
}

func (c *check) noRevision(name string, o, other *connector.Operation) {
	if other != nil {
		c.say(at(o.Annotation.Node), "OperationFamilyHasManyEmptyRevisions", "The operations %q and %q of family %q have no revision; at most one may have none", other.Name(), o.Name(), name)
		return
	}
	c.say(at(o.Annotation.Node), "OperationRevisionEmpty", "The operation %q of family %q has no revision, so its version cannot be told; add it", o.Name(), name)
}

// suffix asks for the revision at the end of the id, where there is a revision
// before it.
func (c *check) suffix(o *connector.Operation) {
	if n, ok := o.Annotation.Revision.Int(); ok && n > 1 && o.ID.IsSet() {
		if suffix := "V" + o.Annotation.Revision.Literal(); !strings.HasSuffix(o.ID.Value, suffix) {
			c.say(o.ID, "OperationIdShouldEndWithRevision", "The operation %q has the revision %d; end its id in %q", o.Name(), n, "_"+suffix)
		}
	}
}
