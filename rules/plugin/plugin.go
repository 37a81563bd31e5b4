// Package plugin judges the assemblies of plug-ins and workflow activities by
// rules of our own: what the sandbox refuses, what fails under load, and what
// gives secrets away.
package plugin

import (
	"embed"

	"github.com/solcheck/solcheck/rules/rule"
)

//go:embed *.md
var pages embed.FS

// Rules are the rules of the area, sorted by id.
var Rules = rule.Area(
	pages,
	avoidInstanceState,
	avoidIPHost,
	avoidLegacyClient,
	avoidMergedSdk,
	avoidPinvoke,
	avoidQueryInLoop,
	avoidSandboxAPI,
	avoidSleep,
	avoidWeakTLS,
	includeStepImage,
	includeStepType,
	includeTimeout,
	removeSecret,
	useStrongName,
	useTargetFramework,
)
