package step

import (
	"slices"
	"strconv"

	"github.com/solcheck/solcheck/analyzers/customizations"
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/rules/rule"
)

var avoidInvalidImage = &rule.Rule{
	ID:        "step-avoid-invalid-image",
	Severity:  rule.High,
	Category:  rule.Supportability,
	Component: rule.Configuration,
	Rulesets:  rule.Everyday,
	Guidance:  "https://learn.microsoft.com/power-apps/developer/data-platform/register-plug-in#define-entity-images",
	Kinds:     kinds(),
	Requires:  requires(),
	Run:       runAvoidInvalidImage,
}

// imaged are the messages that can have images, as Microsoft Learn lists them under
// "Define entity images", read 2026-04. The message of a step is known by name for
// few others, so a message that is missing here by mistake does no harm.
func imaged() []string {
	return []string{"Assign", "Create", "CreateMultiple", "Delete", "DeliverIncoming", "DeliverPromote", "Merge", "Route", "Send", "SetState", "SetStateDynamicEntity", "Update", "UpdateMultiple"}
}

func runAvoidInvalidImage(p *rule.Pass) error {
	for _, step := range steps(p) {
		for _, image := range step.Images {
			if why := imageRefusal(step, image); why != "" {
				p.Reportf(model.At(image.ImageType, image), step.Ref(), "Step %q asks for the image %q, and %s; remove the image", step.Name.Value, nameOf(image), why)
			}
		}
	}
	return nil
}

// imageRefusal says why a step cannot have an image; it is empty where it can.
func imageRefusal(step *customizations.Step, image *customizations.StepImage) string {
	before := image.ImageType.Is(customizations.PreImage) || image.ImageType.Is(customizations.BothImage)
	after := image.ImageType.Is(customizations.PostImage) || image.ImageType.Is(customizations.BothImage)
	switch {
	case step.Message.Action != "":
		return "the action " + strconv.Quote(step.Message.Action) + " has none"
	case step.Message.Certain && !slices.Contains(imaged(), step.Message.Name):
		return "the message " + step.Message.Name + " has none"
	case before && isOn(step, "Create"):
		return "before Create there is no row to take it of"
	case after && isOn(step, "Delete"):
		return "after Delete there is no row to take it of"
	case after && (step.Stage.Is(customizations.PreValidation) || step.Stage.Is(customizations.PreOperation)):
		return "before the operation there is none of the row as it will be"
	}
	return ""
}

func nameOf(image *customizations.StepImage) string {
	if image.Alias.Value != "" {
		return image.Alias.Value
	}
	return image.Name.Value
}
