// Package process judges classic processes: workflows, dialogs, business rules,
// actions and business process flows.
package process

import (
	"embed"

	"github.com/solcheck/solcheck/rules/rule"
)

//go:embed *.md
var pages embed.FS

// Rules are the rules of the area, sorted by id. That a process is a draft is
// said by meta-remove-inactive.
var Rules = rule.Area(
	pages,
	avoidDialog,
	avoidLegacyProcess,
	avoidLegacyRecordRule,
	avoidLegacySLA,
	avoidRecordID,
	avoidSelfTrigger,
	avoidTaskFlow,
	includeActivity,
	includeChild,
	includeColumn,
	includeServiceProcess,
	includeTable,
	includeTimeLimit,
	limitBusinessRules,
	useAutomaticDeletion,
	useCloudFlow,
)

// changesPage is Microsoft's list of what was and will be taken away.
const changesPage = "https://learn.microsoft.com/power-platform/important-changes-coming"
