package step

import (
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/rules/rule"
)

var limitImageColumns = &rule.Rule{
	ID:        "step-limit-image-columns",
	Severity:  rule.Medium,
	Category:  rule.Performance,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-apps/developer/data-platform/register-plug-in#define-entity-images",
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runLimitImageColumns,
}

func runLimitImageColumns(p *rule.Pass) error {
	for _, step := range steps(p) {
		for _, image := range step.Images {
			if len(image.Columns) == 0 && imageRefusal(step, image) == "" {
				p.Reportf(model.At(image.Attributes, image), step.Ref(), "Step %q copies all columns of the row for its image %q, each time it runs; name the columns that the plug-in reads", step.Name.Value, nameOf(image))
			}
		}
	}
	return nil
}
