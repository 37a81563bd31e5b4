// Package connector judges custom connectors: what Microsoft's certification
// refuses, and what goes wrong without it.
package connector

import (
	"embed"

	"github.com/solcheck/solcheck/rules/rule"
)

//go:embed *.md
var pages embed.FS

// Rules are the rules of the area, sorted by id.
var Rules = rule.Area(
	pages,
	avoidBreakingChange,
	avoidImportLoss,
	avoidKeyInQuery,
	avoidLocalHost,
	avoidOddOperationID,
	avoidSimilarPath,
	avoidTestHost,
	includeAddition,
	includeConnectionParameter,
	includeMetadata,
	includePackagePart,
	includeResponse,
	includeResponseSchema,
	includeSuccessResponse,
	includeTriggerHint,
	includeWebhookDelete,
	includeWebhookLocation,
	limitSize,
	removeClientSecret,
	removeEnvironment,
	removeRefSibling,
	useAddress,
	useDeprecation,
	useDynamicOperation,
	useDynamicProperties,
	useDynamicReference,
	useExtensionName,
	useHigherVersion,
	useHTTPS,
	useInternalDefault,
	useMediaType,
	useNotificationURL,
	useOpenapi2,
	useOperationID,
	useParameter,
	usePath,
	usePolicyTemplate,
	useReference,
	useRevision,
	useSchema,
	useSchemaRange,
	useScript,
	useSecurestring,
	useSecurityDefinition,
	useSentence,
	useSummary,
	useTrigger,
	useTypeFormat,
	useURLEncoding,
	useValueType,
	validateBackgroundwithbrandiconcolor,
	validateBrandcolor,
	validateConnectionparamIsproperjson,
	validateConnectionparamOauth2idp,
	validateConnectionparameters,
	validateHexadecimalbrandcolor,
	validateIconimage,
	validateIconsize,
	validatePngiconimage,
	validateSwagger,
	validateSwaggerExtended,
	validateSwaggerIsproperjson,
	validateTitle,
)
