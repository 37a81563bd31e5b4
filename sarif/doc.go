// Package sarif writes and reads files of SARIF 2.1.0, one result at a time,
// over the object model of github.com/owenrumney/go-sarif/v2.
//
// The standard leaves much open that its readers do not. What follows is how
// they really read a file; it decides what is worth writing.
//
// GitHub code scanning takes from a run: tool.driver (name, version or
// semanticVersion, rules), automationDetails.id up to its last slash, which keeps
// the uploads of several jobs apart, and results. Of a rule it takes id, name,
// shortDescription and fullDescription (up to 1,024 characters), help.markdown
// before help.text, defaultConfiguration.level, and from the properties tags,
// precision, problem.severity and security-severity; that last one is a number
// written as a string and makes the alert a security alert. Of a result it takes
// ruleId or ruleIndex, level, message.text, the first location alone,
// partialFingerprints.primaryLocationLineHash and relatedLocations, which the
// message may link to as [text](id). Everything else is ignored: suppressions
// (a suppressed result opens an alert), baselineState, fixes, logicalLocations,
// artifacts with their parentIndex, snippets, notifications. A location is a file
// of the repository by its relative URI; one inside a zip matches no file, so the
// zip has to be the place and the member goes into the message. One result
// without a location refuses the whole file, as does any null, an empty results
// array that is missing, or invocations[].executionSuccessful being false. More
// than [MaxRuns] runs, [MaxResults] results a run or [MaxCompressed] bytes are
// refused too; [ShownResults] are shown. A byte order mark makes the file unreadable.
//
// The viewer for VS Code takes region.startLine, but anything with a byteOffset
// opens as a hexadecimal dump, whatever line stands beside it. It finds files by
// their relative URI below the workspace, shows every key of a result's
// properties, offers fixes as quick fixes, and hides what is suppressed or absent
// from the baseline.
//
// The Scans tab of Azure DevOps takes the level from the result alone and not
// from the rule, and shows the first logical location's fullyQualifiedName above
// the path.
package sarif

// The limits of GitHub code scanning, as its documentation states them.
const (
	MaxRuns      = 20     // runs in a file
	MaxResults   = 25_000 // results in a run; more refuse the file
	ShownResults = 5_000  // results of a run that are shown
	MaxText      = 1_024  // characters of a rule's descriptions

	MaxCompressed = 10_000_000 // bytes of a file, compressed by gzip
)

// The values of $schema and version that [Writer] writes.
const (
	Schema  = "https://json.schemastore.org/sarif-2.1.0.json"
	Version = "2.1.0"
)
