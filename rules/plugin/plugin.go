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
	avoidAppdomainEvent,
	avoidAsyncVoid,
	avoidConsole,
	avoidEarlyBoundTarget,
	avoidEnvironmentURL,
	avoidInstanceState,
	avoidInternalReference,
	avoidIPHost,
	avoidLegacyClient,
	avoidLegacyProcess,
	avoidLocalTime,
	avoidMergedLibrary,
	avoidMergedSdk,
	avoidOnPremisesAddress,
	avoidPinvoke,
	avoidProxyTypesReflection,
	avoidQueryInLoop,
	avoidRecordID,
	avoidRetiredAddress,
	avoidRetiredTable,
	avoidRetrievedUpdate,
	avoidSandboxAPI,
	avoidSleep,
	avoidSwallowedException,
	avoidSyncWebCall,
	avoidWeakTLS,
	includeActivityArgument,
	includeAPIParameter,
	includeDepthCheck,
	includeStepImage,
	includeStepType,
	includeTargetCheck,
	includeTimeout,
	removeSecret,
	removeUnregisteredType,
	useActivityArgument,
	useRegisteredVersion,
	useStrongName,
	useTargetFramework,
	useTracing,
)
