// Package il judges the compiled code of plug-ins and workflow activities by the
// rules that Microsoft's checker had for it until March 2022, with their ids.
package il

import (
	"embed"

	"github.com/solcheck/solcheck/rules/rule"
)

//go:embed *.md
var pages embed.FS

// Rules are the rules of the area, sorted by id.
var Rules = rule.Area(
	pages,
	avoidBatchPlugin,
	avoidCrm2011DeprMessage,
	avoidCrm4Wf,
	avoidLockPlugin,
	avoidParallelPlugin,
	avoidSpecializedUpdateOps,
	avoidUnpubMetadata,
	specifyColumn,
	turnOffKeepalive,
	useAutonumberFeature,
	useStandardException,
)
