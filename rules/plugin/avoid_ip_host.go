package plugin

import (
	"net/netip"
	"net/url"
	"strings"

	"github.com/solcheck/solcheck/rules/managed"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidIPHost = &rule.Rule{
	ID:        "plugin-avoid-ip-host",
	Severity:  rule.High,
	Category:  rule.OnlineMigration,
	Component: rule.ManagedCode,
	Rulesets:  rule.Everyday,
	Kinds:     managed.Kinds(),
	Requires:  managed.Requires(),
	Run:       runAvoidIPHost,
}

// runAvoidIPHost looks at URLs in the code: online, a plug-in reaches hosts by their name
// alone.
func runAvoidIPHost(p *rule.Pass) error {
	for c := range managed.Codes(p) {
		for _, text := range c.Texts {
			if host := hostOf(text.Text); host == "localhost" || isAddress(host) {
				managed.Reportf(p, c, text.Offset, text.Text, "calls the host %q; online, plug-ins reach only hosts with a public name", host)
			}
		}
	}
	return nil
}

func hostOf(text string) string {
	if !strings.HasPrefix(text, "http://") && !strings.HasPrefix(text, "https://") {
		return ""
	}
	u, err := url.Parse(text)
	if err != nil {
		return ""
	}
	return strings.ToLower(u.Hostname())
}

// isAddress reports whether the host is an address and no name.
func isAddress(host string) bool {
	_, err := netip.ParseAddr(host)
	return err == nil
}
