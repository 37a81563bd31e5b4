// Package packages judges packages as such: that they open, that what they name
// is in them, and that what is in them is named. Its area is "package".
package packages

import (
	"embed"

	"github.com/solcheck/solcheck/rules/rule"
)

//go:embed *.md
var pages embed.FS

// Rules are the rules of the area, sorted by id.
var Rules = rule.Area(
	pages,
	avoidAppError,
	avoidCountryBlank,
	avoidCustomizationOverwrite,
	avoidDisabledPlugins,
	avoidHostileEntry,
	avoidIgnoredName,
	avoidInaccessibleApp,
	avoidInactiveImport,
	avoidNestedLayout,
	avoidOwnerLookup,
	avoidPersonalData,
	avoidRemoteScript,
	avoidRoleGrant,
	avoidSampleData,
	avoidUserMap,
	FailedAnalysis,
	includeAnchorSolution,
	includeComponent,
	includeContentType,
	includeDataFile,
	includeDataSchema,
	includeDefaultContent,
	includeDefaultData,
	includeExportPart,
	includeImportAttribute,
	includeImportClass,
	includeImportFile,
	includeInputElement,
	includeInputFile,
	includeLocaleName,
	includeLookupTarget,
	includeNeededSolution,
	includePackageFile,
	includeReferencedMember,
	includeRootComponent,
	includeSolutionDescription,
	includeZipDetail,
	limitRolePrivilege,
	limitSize,
	removeDuplicateRecord,
	removeDuplicateSolution,
	removeTemplateName,
	removeUnreferencedMember,
	removeUnusedFile,
	unreadableArtifact,
	unsupportedArtifact,
	useAnchorLast,
	useCountryCode,
	useFileCase,
	useFolderName,
	useHTMLTerms,
	useImportValue,
	useInputDate,
	useInputName,
	useLearnMoreLink,
	useLogoFormat,
	useLogoSize,
	useManagedSolution,
	useOnePublisher,
	useOwnPublisher,
	usePackageLocale,
	useSolutionOrder,
)
