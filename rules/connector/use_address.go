package connector

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/rules/rule"
)

var useAddress = &rule.Rule{
	ID:        "connector-use-address",
	Severity:  rule.Medium,
	Category:  rule.Design,
	Component: rule.Connector,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/connectors/custom-connectors/certification-swagger-validator-rules",
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       definitions(runUseAddress),
}

func runUseAddress(c *check, d *connector.Definition) {
	if h := d.Host; h.IsSet() && !isHost(h.Value) {
		c.say(h, "HostNameNotValid", `The host %q is no name of a host; write it without scheme, path and blanks, as "api.contoso.com"`, h.Value)
	}
	if b := d.BasePath; b.IsSet() && !strings.HasPrefix(b.Value, "/") {
		c.say(b, "BasePathNotValid", `The basePath %q must begin with "/"`, b.Value)
	}
	c.schemes(d.Tree.Root.Get("schemes"))
	for _, o := range d.Operations {
		c.schemes(o.Node.Get("schemes"))
	}
	contact := d.Info.Contact
	if e := contact.Email; e.IsSet() && !isEmail(e.Value) {
		c.say(e, "ContactEmailNotValid", "The contact's email %q is no address; write one where users get help", e.Value)
	}
	for _, u := range []model.Text{contact.URL, textAt(d.Info.Node, "license", "url"), textAt(d.Tree.Root, "externalDocs", "url")} {
		if u.IsSet() && !isURL(u.Value) {
			c.say(u, "UrlNotValid", `The url %q is not absolute; begin it with "https://"`, u.Value)
		}
	}
}

func (c *check) schemes(n *connector.Node) {
	if n.Is(connector.Array) && n.Len() == 0 {
		c.say(at(n), "SchemesArrayEmpty", `The list "schemes" is empty; write ["https"]`)
	}
	for _, item := range n.Items() {
		switch s := item.Literal(); {
		case s == "ws" || s == "wss":
			c.say(at(item), "SchemeNotSupported", `The scheme %q is not supported by connectors; use "https"`, s)
		case !slices.Contains([]string{"http", "https"}, s):
			c.say(at(item), "SchemeNotValid", `The scheme %q is not known; use "https"`, s)
		}
	}
}

// textAt returns the string that a path of names leads to.
func textAt(n *connector.Node, names ...string) model.Text {
	v := n.At(names...)
	s, ok := v.Text()
	if !ok {
		return model.Text{}
	}
	return model.Text{Value: s, Range: at(v)}
}

var hostPattern = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(\[[0-9A-Fa-f:.]+\]|[\p{L}\p{N}_]([\p{L}\p{N}_.-]*[\p{L}\p{N}_])?)(:[0-9]{1,5})?$`)
})

// isHost reports whether s names a host, or will when a policy or a parameter of
// the environment has been put in.
func isHost(s string) bool {
	return hostPattern().MatchString(s) || strings.HasPrefix(s, "@environmentVariables(")
}

var emailPattern = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[^@\s<>,;]+@[^@\s<>,;]+\.[^@\s<>,;.]+$`)
})

func isEmail(s string) bool { return emailPattern().MatchString(s) }

func isURL(s string) bool {
	u, err := url.Parse(strings.TrimSpace(s))
	return err == nil && u.Scheme != "" && (u.Host != "" || u.Opaque != "")
}
