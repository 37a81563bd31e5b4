package connector

import (
	"slices"
	"strings"

	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidBreakingChange = &rule.Rule{
	ID:        "connector-avoid-breaking-change",
	Severity:  rule.High,
	Category:  rule.UpgradeReadiness,
	Component: rule.Connector,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/connectors/custom-connectors/operational-versioning",
	Kinds:     kinds(),
	Requires:  compareRequires(),
	Run: comparisons(func(c *check, p connector.Pair) {
		operations := byID(p.Now)
		for _, before := range p.Before.Operations {
			now := operations[before.ID]
			if now == nil {
				if before.ID != "" && !before.Internal {
					c.say(p.Now.At, "", "The operation %q of version %s is gone, and flows and apps that use it stop; keep it, and deprecate it", before.ID, p.Before.Version.Value)
				}
				continue
			}
			c.operation(before, now)
			c.inputs(before, now)
			c.outputs(before, now)
		}
		c.connection(p)
	}),
}

const (
	keep    = "keep it, or make a new operation"
	another = "make a new operation instead"
)

// operation compares an operation as a whole.
func (c *check) operation(before, now *connector.Signature) {
	if now.Internal && !before.Internal {
		c.say(now.At, "", "The operation %q was shown and is internal now, so makers who use it do not find it any more; deprecate it instead", now.ID)
	}
	if before.Method != now.Method {
		c.say(now.At, "", "The operation %q used %s and uses %s now; %s", now.ID, strings.ToUpper(before.Method), strings.ToUpper(now.Method), another)
	}
	if before.Path != now.Path {
		c.say(now.At, "", "The operation %q was at %q and is at %q now; %s", now.ID, before.Path, now.Path, another)
	}
	if before.Trigger != now.Trigger {
		c.say(now.At, "", "The operation %q was %s and is %s now; %s", now.ID, triggerWords(before.Trigger), triggerWords(now.Trigger), another)
	}
}

func triggerWords(trigger string) string {
	if trigger == "" {
		return "an action"
	}
	return "a trigger of kind \"" + trigger + "\""
}

// inputs compares what an operation takes.
func (c *check) inputs(before, now *connector.Signature) {
	old, fresh := byPath(before.Inputs), byPath(now.Inputs)
	for i := range now.Inputs {
		v := &now.Inputs[i]
		was := old[v.Path]
		if was == nil {
			if v.Required && !v.Default && isOutermost(v, old) {
				c.say(v.At, "", "The operation %q needs the input %q, which is new, so flows that do not fill it in fail; make it optional or give it a default", now.ID, v.Path)
			}
			continue
		}
		c.input(now, was, v)
	}
	for i := range before.Inputs {
		if v := &before.Inputs[i]; fresh[v.Path] == nil && !v.Internal && isOutermost(v, fresh) {
			c.say(now.At, "", "The operation %q had the input %q and does not any more, so flows that fill it in fail; %s", now.ID, v.Path, keep)
		}
	}
}

// isOutermost reports whether what a value lies in is known: of an object that is
// new, or gone, as a whole, one finding tells.
func isOutermost(v *connector.Value, known map[string]*connector.Value) bool {
	i := strings.LastIndexByte(v.Path, '/')
	return i < 0 || known[v.Path[:i]] != nil || !strings.HasPrefix(v.Path, "body/")
}

func (c *check) input(now *connector.Signature, was, v *connector.Value) {
	if was.In != v.In {
		c.say(v.At, "", "The input %q of operation %q was in the %s and is in the %s now; %s", v.Path, now.ID, was.In, v.In, keep)
	}
	if v.Required && !was.Required && !v.Default {
		c.say(v.At, "", "The input %q of operation %q was optional and is required now, so flows that leave it empty fail; make it optional or give it a default", v.Path, now.ID)
	}
	if v.Internal && !was.Internal {
		c.say(v.At, "", "The input %q of operation %q was shown and is internal now, so what flows fill in is not sent; show it", v.Path, now.ID)
	}
	c.kindOf("input", now, was, v)
	if gone := without(was.Enum, v.Enum); len(gone) > 0 && len(v.Enum) > 0 {
		c.say(v.At, "", "The input %q of operation %q does not take %s any more; keep the values that flows may use", v.Path, now.ID, quoted(gone, "and"))
	} else if len(v.Enum) > 0 && len(was.Enum) == 0 {
		c.say(v.At, "", "The input %q of operation %q took any value and takes %s alone now; %s", v.Path, now.ID, quoted(v.Enum, "and"), keep)
	}
}

func (c *check) kindOf(what string, now *connector.Signature, was, v *connector.Value) {
	if was.Type != v.Type && was.Type != "" && v.Type != "" {
		c.say(v.At, "", "The %s %q of operation %q had the type %q and has %q now; %s", what, v.Path, now.ID, was.Type, v.Type, keep)
	} else if was.Format != v.Format {
		c.say(v.At, "", "The %s %q of operation %q had %s and has %s now; %s", what, v.Path, now.ID, formatWords(was.Format), formatWords(v.Format), keep)
	}
}

func formatWords(format string) string {
	if format == "" {
		return "no format"
	}
	return "the format \"" + format + "\""
}

// outputs compares what an operation answers.
func (c *check) outputs(before, now *connector.Signature) {
	fresh := byPath(now.Outputs)
	for i := range before.Outputs {
		was := &before.Outputs[i]
		v := fresh[was.Path]
		if v == nil {
			parent := was.Path[:max(strings.LastIndexByte(was.Path, '/'), 0)]
			if !was.Internal && (parent == "" || fresh[parent] != nil) {
				c.say(now.At, "", "The operation %q answered %q and does not any more, so flows that use it fail; %s", now.ID, was.Path, keep)
			}
			continue
		}
		c.kindOf("output", now, was, v)
	}
}

// connection compares what users are asked for to connect.
func (c *check) connection(p connector.Pair) {
	old, fresh := byPath(p.Before.Parameters), byPath(p.Now.Parameters)
	place := func(v *connector.Value) model.Range { return model.At(v.At, p.Now.At) }
	for i := range p.Now.Parameters {
		v := &p.Now.Parameters[i]
		switch was := old[v.Path]; {
		case was == nil && len(old) > 0 && v.Required && isOldSet(v.Path, p.Before.Parameters):
			c.say(place(v), "", "The connection parameter %q is new, and connections that exist do not have it; make it optional, or add a set of parameters", v.Path)
		case was != nil && was.Type != v.Type:
			c.say(place(v), "", "The connection parameter %q was of the type %q and is %q now, so connections that exist must be made again", v.Path, was.Type, v.Type)
		}
	}
	for i := range p.Before.Parameters {
		if v := &p.Before.Parameters[i]; fresh[v.Path] == nil && len(fresh) > 0 {
			c.say(p.Now.At, "", "The connection parameter %q is gone, so connections that exist must be made again; keep it", v.Path)
		}
	}
}

// isOldSet reports whether the set that a connection parameter belongs to was there
// before; what belongs to no set always was.
func isOldSet(path string, before []connector.Value) bool {
	set, _, ok := strings.Cut(path, "/")
	return !ok || slices.ContainsFunc(before, func(v connector.Value) bool { return strings.HasPrefix(v.Path, set+"/") })
}
