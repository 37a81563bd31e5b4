package connector

import (
	"net/netip"
	"strings"

	"github.com/solcheck/solcheck/analyzers/connector"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidLocalHost = &rule.Rule{
	ID:        "connector-avoid-local-host",
	Severity:  rule.Medium,
	Category:  rule.Supportability,
	Component: rule.Connector,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/connectors/custom-connectors/certification-submission",
	Kinds:     kinds(),
	Requires:  requires(),
	Run: definitions(func(c *check, d *connector.Definition) {
		if why := localHost(d.Host.Value); why != "" {
			c.say(d.Host, "", "The host %q is %s; name the host where the service runs for everyone", d.Host.Value, why)
		}
	}),
}

// tunnels end the names that tools give to a developer's machine for a while.
var tunnels = []string{".ngrok.io", ".ngrok.app", ".ngrok-free.app", ".devtunnels.ms", ".trycloudflare.com", ".loca.lt", ".localtunnel.me", ".serveo.net", ".webhook.site", ".requestbin.com"}

// localHost says why others cannot rely on a host, nothing where they can.
func localHost(host string) string {
	name := strings.ToLower(host)
	if bracketed, ok := strings.CutPrefix(name, "["); ok {
		name, _, _ = strings.Cut(bracketed, "]")
	} else {
		name, _, _ = strings.Cut(name, ":")
	}
	if _, err := netip.ParseAddr(name); err == nil {
		return "an IP address, which no certificate names and which changes"
	}
	if name == "localhost" || strings.HasSuffix(name, ".localhost") || strings.HasSuffix(name, ".local") {
		return "a name on the developer's own network"
	}
	for _, t := range tunnels {
		if strings.HasSuffix(name, t) {
			return "a tunnel to somebody's machine, which ends"
		}
	}
	return ""
}
