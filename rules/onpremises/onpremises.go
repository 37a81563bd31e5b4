// Package onpremises recognises addresses of Dynamics 365 servers that somebody
// runs themselves, which nothing in the cloud can reach.
package onpremises

import (
	"regexp"
	"strings"
	"sync"
)

// server matches an address of a page or service of Dynamics 365: host, port, and
// what stands before the page. Online nothing does; on premises it is the
// organization: http://server/organization/main.aspx.
// Source: "Use the Organization service", "Compose HTTP requests" of Dynamics 365
// Customer Engagement (on-premises).
var server = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)\bhttps?://([a-z0-9.-]+)(:\d+)?(/[a-z0-9_-]+)?/(?:main\.aspx\b|xrmservices/20\d\d/|mscrmservices/|api/data/v\d)`)
})

// Address returns the first address in a text that is one of a server on premises,
// empty for none: it names an organization before the page, a port, or a host
// without a domain.
func Address(text string) string {
	if !strings.Contains(text, "://") {
		return ""
	}
	for _, at := range server().FindAllStringSubmatch(text, -1) {
		host := strings.ToLower(at[1])
		isOwn := at[2] != "" || at[3] != "" || !strings.Contains(host, ".")
		if isOwn && !isCloud(host) && !isPlaceholder(host) {
			return at[0]
		}
	}
	return ""
}

// isCloud reports whether a host is one of Microsoft's clouds.
func isCloud(host string) bool {
	for _, domain := range []string{".dynamics.com", ".dynamics.cn", ".microsoftdynamics.us", ".appsplatform.us", ".powerapps.com"} {
		if strings.HasSuffix(host, domain) {
			return true
		}
	}
	return false
}

// isPlaceholder reports whether a host stands for whatever somebody puts there, or
// for the own machine of a developer.
func isPlaceholder(host string) bool {
	switch host {
	case "localhost", "127.0.0.1", "example.com", "www.example.com", "contoso.com", "www.contoso.com":
		return true
	}
	return false
}
