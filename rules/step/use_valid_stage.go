package step

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/rules/rule"
)

var useValidStage = &rule.Rule{
	ID:        "step-use-valid-stage",
	Severity:  rule.High,
	Category:  rule.Supportability,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-apps/developer/data-platform/register-plug-in#execution-mode",
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runUseValidStage,
}

func runUseValidStage(p *rule.Pass) error {
	for _, step := range steps(p) {
		switch stage := step.Stage; {
		case stage.Bad != "":
			p.Reportf(stage, step.Ref(), "Step %q has the stage %q, expected %s", step.Name.Value, stage.Bad, registrable)
		case !stage.IsSet() || step.EventHandlerType.Is(customizations.ServiceEndpointHandler):
		case stage.Value == customizations.PostOperation || stage.Value == customizations.PostOperationDeprecated:
		case step.Mode.Is(customizations.Asynchronous):
			p.Reportf(stage, step.Ref(), "Step %q is asynchronous and in stage %d; asynchronous steps run after the operation: use stage 40, or make it synchronous", step.Name.Value, stage.Value)
		case stage.Value != customizations.PreValidation && stage.Value != customizations.PreOperation && !isOfPlatform(strings.ToLower(step.PlugInType.Assembly.Name)):
			p.Reportf(stage, step.Ref(), "Step %q is in stage %d, which is no stage that can be registered, expected %s", step.Name.Value, stage.Value, registrable)
		}
	}
	return nil
}

// registrable are the stages for the plug-ins of everybody. The reference of the
// table SdkMessageProcessingStep calls the others internal, read 2026-11.
const registrable = "10 (pre-validation), 20 (pre-operation) or 40 (post-operation)"
