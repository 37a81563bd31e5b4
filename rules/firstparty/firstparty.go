// Package firstparty knows solutions of Microsoft by their unique names.
package firstparty

import (
	"slices"
	"strings"
)

// named are Microsoft's own solutions that the manifests of real solutions name as
// needed and whose names do not tell so, as met in some thousand of them.
const named = `
activityfeeds activityfeedscore appmodule appmodulewebresources appnotifications applicationusersolution authorizationcore
basecustomcontrolscore basic customcontrolscore default environmentvariables fhircommoncore fieldservice fieldservicecommon
metadataextension mobileofflinemembership ocbaseurbase omnichannelbase projectservice projectservicecore relationshipanalytics
rtxcommonsolution sampleeditorcustomcontrol settingdefinitionsdata system`

// everywhere are those that an environment of Dataverse has without an app of
// Dynamics 365, as far as real manifests name them.
const everywhere = `
activityfeeds activityfeedscore applicationusersolution appmodule appmodulewebresources appnotifications authorizationcore
basecustomcontrolscore basic customcontrolscore default environmentvariables metadataextension microsoftidentity
mobileofflinemembership msdyn_appdeploymentmetadata msdyn_appframeworkinfraextensions msdyn_powerappsthemingsettings
msdyn_systemappactions msdyn_usersharesecuredfields msft_columnlevelsecuritydata msft_powerfxrulesolution
powerplatformenvironmentsettings settingdefinitionsdata system`

// IsSolution reports whether a solution is one of Microsoft's.
func IsSolution(name string) bool {
	name = strings.ToLower(name)
	for _, prefix := range []string{"msdyn", "msft_", "mspp_", "microsoft", "power", "adx", "dynamics"} {
		if strings.HasPrefix(name, prefix) {
			return true
		}
	}
	return slices.Contains(strings.Fields(named), name)
}

// IsEverywhere reports whether every environment has a solution.
func IsEverywhere(name string) bool {
	return slices.Contains(strings.Fields(everywhere), strings.ToLower(name))
}
