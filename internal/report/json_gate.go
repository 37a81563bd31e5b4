package report

import "github.com/solcheck/solcheck/internal/engine"

// The parts of the JSON format that are there when they are asked for.
type (
	jsonCertification struct {
		Package string     `json:"package,omitempty"`
		Steps   []jsonStep `json:"steps"`
	}
	jsonStep struct {
		ID       string   `json:"id"`
		Title    string   `json:"title"`
		Verdict  string   `json:"verdict"`
		Findings []string `json:"findings"`
		Notes    []string `json:"notes"`
	}
	jsonEnforcement struct {
		Mode       string   `json:"mode"`
		Refused    bool     `json:"refused"`
		Solutions  []string `json:"solutions"`
		Violations []string `json:"violations"`
	}
)

func certificationOf(c *engine.Certification) jsonCertification {
	out := jsonCertification{Package: c.Package}
	for i := range c.Steps {
		s := &c.Steps[i]
		out.Steps = append(out.Steps, jsonStep{string(s.ID), s.ID.Title(), string(s.Verdict), fingerprintsOf(s.Findings), append([]string{}, s.Notes...)})
	}
	return out
}

func enforcementOf(e *engine.Enforcement) jsonEnforcement {
	return jsonEnforcement{string(e.Mode), e.Refused(), append([]string{}, e.Solutions...), fingerprintsOf(e.Violations)}
}

func fingerprintsOf(findings []*engine.Finding) []string {
	list := make([]string, 0, len(findings))
	for _, f := range findings {
		list = append(list, f.Fingerprint)
	}
	return list
}
