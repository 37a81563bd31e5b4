package web

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
	"github.com/solcheck/solcheck/analyzers/webresource"
	"github.com/solcheck/solcheck/rules/rule"
)

var sdlNoInsecureURL = &rule.Rule{
	ID:        "web-sdl-no-insecure-url",
	Severity:  rule.Medium,
	Category:  rule.Security,
	Component: rule.WebResource,
	Rulesets:  rule.Microsoft,
	Guidance:  "https://github.com/microsoft/eslint-plugin-sdl/blob/main/docs/rules/no-insecure-url.md",
	Kinds:     scripted,
	Requires:  []*analysis.Analyzer{webresource.Analyzer},
	Run:       runSdlNoInsecureURL,
}

func runSdlNoInsecureURL(p *rule.Pass) error {
	m := webresource.Of(p.Pass)
	for _, s := range m.Scripts {
		for n, text := range texts(s, "://") {
			if isInsecure(text) && !isTested(n, text) {
				reportInsecure(p, s, n, text)
			}
		}
	}
	for _, f := range m.Files {
		for _, l := range f.Links {
			if l.Loads && isInsecure(l.Value) {
				p.Reportf(l, f.Component, "%q is loaded without encryption, which browsers refuse on a page of https; use %q", l.Value, secure(l.Value))
			}
		}
	}
	return nil
}

func reportInsecure(p *rule.Pass, s *webresource.Script, n javascript.Node, text string) {
	d := rule.Diagnostic{Of: s.Ref()}
	d.Pos, d.End = n.Pos(), n.End()
	d.Message = "The address " + strconv.Quote(text) + " is not encrypted, so others can read and change what it brings; use " + strconv.Quote(secure(text))
	if s.IsVerbatim && hasStandardPort(text) {
		scheme, _, _ := strings.Cut(text, "://")
		at := s.Range(javascript.Span{Start: n.Span().Start + quoteLength(n), End: n.Span().Start + quoteLength(n) + int32(len(scheme))}) //nolint:gosec // a few bytes
		d.SuggestedFixes = []analysis.SuggestedFix{{
			Message:   "Use " + secureScheme(scheme),
			TextEdits: []analysis.TextEdit{{Pos: at.From, End: at.To, NewText: []byte(secureScheme(scheme))}},
		}}
	}
	p.Emit(d)
}

// quoteLength returns the length of what stands before the text of a literal.
func quoteLength(n javascript.Node) int32 {
	if n.Kind() == javascript.TemplateText {
		return 0
	}
	return 1
}

// namespaceHosts are hosts whose addresses are names of XML namespaces and lead
// nowhere. The first four are those that Microsoft's rule exempts.
var namespaceHosts = []string{
	"schemas.microsoft.com", "schemas.openxmlformats.org", "www.w3.org", "localhost",
	"schemas.xmlsoap.org", "schemas.datacontract.org", "docs.oasis-open.org", "purl.org", "tempuri.org", "json-schema.org", "ns.adobe.com", "127.0.0.1", "[::1]",
}

// isInsecure reports whether a text is an address of a protocol without
// encryption that leads to a host.
func isInsecure(text string) bool {
	scheme, rest, ok := strings.Cut(text, "://")
	if !ok || secureScheme(scheme) == "" {
		return false
	}
	host := strings.ToLower(rest)
	if i := strings.IndexAny(host, "/?#"); i >= 0 {
		host = host[:i]
	}
	if strings.HasPrefix(host, "localhost:") || strings.HasPrefix(host, "127.0.0.1:") {
		return false
	}
	return !slices.Contains(namespaceHosts, host)
}

// secureScheme returns the encrypted protocol that replaces another; empty for
// what needs no replacement.
func secureScheme(scheme string) string {
	switch strings.ToLower(scheme) {
	case "http":
		return "https"
	case "ws":
		return "wss"
	case "ftp":
		return "ftps"
	case "telnet":
		return "ssh"
	}
	return ""
}

func secure(text string) string {
	scheme, rest, _ := strings.Cut(text, "://")
	return secureScheme(scheme) + "://" + rest
}

// hasStandardPort reports whether the same host serves the encrypted protocol by
// all experience: it is http or ws to a name without a port.
func hasStandardPort(text string) bool {
	scheme, rest, _ := strings.Cut(text, "://")
	host, _, _ := strings.Cut(rest, "/")
	isName := strings.Contains(host, ".") && strings.Trim(host, "0123456789.") != "" && !strings.ContainsAny(host, ":@[")
	return isName && (scheme == "http" || scheme == "ws")
}

// isTested reports whether a text is only a scheme that other texts are compared
// with.
func isTested(n javascript.Node, text string) bool {
	if !strings.HasSuffix(text, "://") {
		return false
	}
	switch around := n.Parent(); around.Kind() {
	case javascript.Binary:
		return strings.Contains(around.Operator(), "=")
	case javascript.Member:
		return around.Name() == "length"
	case javascript.Call:
		return slices.Contains([]string{"indexOf", "startsWith", "includes", "replace", "split"}, around.Callee().Name())
	default:
		return false
	}
}
