package retired

import "strings"

// LegacyProcessPage is what Microsoft says of the columns of [IsLegacyProcess].
const LegacyProcessPage = "https://learn.microsoft.com/power-platform/important-changes-coming#legacy-process-related-attributes-in-entities-are-deprecated"

// LegacyProcess is how a message about one of these columns ends.
const LegacyProcess = "which is deprecated and may differ from the true stage of the business process flow; use the columns of the flow's own table, \"activestageid\" above all"

// IsLegacyProcess reports whether a column is the one that tables had for the
// active stage before each business process flow got a table of its own. Its
// fellows traversedpath and processid are not asked for: the flow's table has the
// first too, and other tables of the platform have the second.
func IsLegacyProcess(column string) bool { return strings.EqualFold(column, "stageid") }
