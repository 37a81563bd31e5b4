package plugin

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/solcheck/solcheck/rules/managed"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidEnvironmentURL = &rule.Rule{
	ID:        "plugin-avoid-environment-url",
	Severity:  rule.High,
	Category:  rule.Maintainability,
	Component: rule.ManagedCode,
	Rulesets:  rule.Everyday,
	Kinds:     managed.Kinds(),
	Requires:  managed.Requires(),
	Run:       runAvoidEnvironmentURL,
}

// environmentHost matches hosts of environments, in all clouds.
var environmentHost = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)https?://([a-z0-9-]+(\.api)?\.crm\d*\.(dynamics\.com|microsoftdynamics\.us|appsplatform\.us|dynamics\.cn))`)
})

// runAvoidEnvironmentURL looks for addresses of environments in the code.
func runAvoidEnvironmentURL(p *rule.Pass) error {
	for c := range managed.Codes(p) {
		for _, text := range c.Texts {
			if host := environmentHost().FindStringSubmatch(text.Text); host != nil && !isShared(host[1]) {
				managed.Reportf(p, c, text.Offset, text.Text, "holds the address of the environment %q, which is wrong in every other; read it from an environment variable", host[1])
			}
		}
	}
	return nil
}

// isShared reports whether a host is that of a service which all environments of a
// region share.
func isShared(host string) bool {
	name, _, _ := strings.Cut(strings.ToLower(host), ".")
	return slices.Contains([]string{"disco", "globaldisco", "services", "cloudredirector"}, name)
}
