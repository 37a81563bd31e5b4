package report

import (
	"fmt"
	"io"

	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/rules/rule"
)

// The parts of GitLab's code quality report, as its documentation lists them.
type (
	gitlabIssue struct {
		Description string         `json:"description"`
		CheckName   string         `json:"check_name"`
		Fingerprint string         `json:"fingerprint"`
		Severity    string         `json:"severity"`
		Location    gitlabLocation `json:"location"`
	}
	gitlabLocation struct {
		Path  string      `json:"path"`
		Lines gitlabLines `json:"lines"`
	}
	gitlabLines struct {
		Begin int `json:"begin"`
		End   int `json:"end,omitempty"`
	}
)

// writeGitLab writes an array with an issue for each finding. GitLab shows one
// issue of those that share a fingerprint, so a second one is told apart.
func writeGitLab(w io.Writer, r *engine.Report, o Options) error {
	met := make(map[string]int)
	j := newJSONWriter(w)
	list(j, r.Findings, func(f *engine.Finding) any {
		a := o.annotation(r, f)
		issue := gitlabIssue{
			Description: a.message,
			CheckName:   f.Rule.ID,
			Fingerprint: f.Fingerprint,
			Severity:    gitlabSeverity(f.Severity),
			Location:    gitlabLocation{Path: a.file, Lines: gitlabLines{Begin: max(1, a.region.Line)}},
		}
		if a.region.EndLine > a.region.Line {
			issue.Location.Lines.End = a.region.EndLine
		}
		met[f.Fingerprint]++
		if n := met[f.Fingerprint]; n > 1 {
			issue.Fingerprint = fmt.Sprintf("%s-%d", f.Fingerprint, n)
		}
		return issue
	})
	j.raw("\n")
	return j.flush()
}

// gitlabSeverity returns the severity in GitLab's five grades.
func gitlabSeverity(s rule.Severity) string {
	switch s {
	case rule.Critical:
		return "blocker"
	case rule.High:
		return "critical"
	case rule.Medium:
		return "major"
	case rule.Low:
		return "minor"
	default:
		return "info"
	}
}
