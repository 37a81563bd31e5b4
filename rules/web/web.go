// Package web judges scripts and pages: web resources, the code of code
// components, and loose files.
package web

import (
	"embed"

	"github.com/solcheck/solcheck/rules/rule"
)

//go:embed *.md
var pages embed.FS

// Rules are the rules of the area, sorted by id.
var Rules = rule.Area(
	pages,
	avoid2011API,
	avoidBrowserSpecificAPI,
	avoidCrm2011ServiceOdata,
	avoidCrm2011ServiceSoap,
	avoidDevelopmentBuild,
	avoidDomForm,
	avoidDomFormEvent,
	avoidEval,
	avoidHardCodedID,
	avoidIsactivitytype,
	avoidJquery211Library,
	avoidLegacyProcess,
	avoidLoadtheme,
	avoidModals,
	avoidOnPremisesAddress,
	avoidOrganizationHost,
	avoidPlatformLibrary,
	avoidRecordMarkup,
	avoidRetiredAddress,
	avoidRetiredTable,
	avoidUIRefreshribbon,
	avoidUnpubAPI,
	avoidWindowTop,
	avoidWith,
	bundledLibrary,
	doNotMakeParentAssumption,
	includeCommandFunction,
	includeCommandLibrary,
	includeControlFile,
	includeFeatureUsage,
	includeFormLibrary,
	includeHandlerFunction,
	limitExternalHost,
	removeAlert,
	removeConsole,
	removeDebugScript,
	removeSecret,
	removeUnusedResource,
	sdlNoCookies,
	sdlNoDocumentDomain,
	sdlNoDocumentWrite,
	sdlNoHTMLMethod,
	sdlNoInnerHTML,
	sdlNoInsecureURL,
	sdlNoMsappExecUnsafe,
	sdlNoPostmessageStarOrigin,
	sdlNoWinjsHTMLUnsafe,
	unsupportedSyntax,
	useAppsidepaneAPI,
	useAsync,
	useAwaitedRequest,
	useCachedWebresource,
	useClientContext,
	useCurrentAPI,
	useExecutionContext,
	useGetsecurityroleprivilegesinfo,
	useGlobalContext,
	useGridAPI,
	useNavigationAPI,
	useOffline,
	useOrgSetting,
	useRelativeURI,
	useStrictEqualityOperators,
	useStrictMode,
	useUtilityDialogs,
	useValidManifest,
)
