package retired_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/solcheck/solcheck/rules/retired"
)

// TestTable checks the form of each line: one that is passed over would be a fact
// that nobody finds.
func TestTable(t *testing.T) {
	text, err := os.ReadFile("retired.tsv")
	if err != nil {
		t.Fatal(err)
	}
	form := regexp.MustCompile(`^(control|grid|connector|solution|table|column|address)\t[^\tA-Z]+\t[^\t]+\t[a-z ]+\t(-|20\d\d-\d\d(-\d\d)?)\t[a-z][^\t]*[^.\t]$`)
	lines := 0
	for i, line := range strings.Split(strings.TrimRight(string(text), "\n"), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		lines++
		if !form.MatchString(line) {
			t.Errorf("line %d is not of the form: %s", i+1, line)
		}
	}
	seen := make(map[[2]string]bool)
	for _, thing := range retired.Things() {
		if key := [2]string{thing.Kind, thing.Name}; seen[key] {
			t.Errorf("%s %s is there twice", thing.Kind, thing.Name)
		} else {
			seen[key] = true
		}
	}
	if lines != len(seen) {
		t.Errorf("%d of %d lines are read", len(seen), lines)
	}
}

func TestLookups(t *testing.T) {
	for name, c := range map[string]struct {
		got  *retired.Thing
		want string // label and fate, empty for none
	}{
		"control":              {retired.Control("MscrmControls.FlipSwitch.FlipSwitchControl"), "flip switch unsupported since April 2022"},
		"newer control":        {retired.Control("MscrmControls.MultiSelectPicklist.UpdMSPicklistControl"), ""},
		"removed control":      {retired.Control("MscrmControls.ActivityControls.ActivityEditorControl"), "Activity Editor removed in February 2024"},
		"grid":                 {retired.Grid("MscrmControls.Grid.GridControl"), "Editable Grid deprecated since March 2026"},
		"grid as control":      {retired.Control("MscrmControls.Grid.GridControl"), ""},
		"connector":            {retired.Connector("/providers/Microsoft.PowerApps/apis/shared_dynamicscrmonline"), "Dynamics 365 closed to new flows since 31 October 2022"},
		"connector alone":      {retired.Connector("shared_snowflakeip"), "older Snowflake removed on 26 May 2025"},
		"newer connector":      {retired.Connector("shared_commondataserviceforapps"), ""},
		"table":                {retired.Table("Contract"), "service contract unsupported since 1 April 2022"},
		"table without a date": {retired.Table("relationshiprole"), "relationship role deprecated"},
		"column":               {retired.Column("TimeZoneDefinition", "Bias"), "offset of a time zone deprecated since 24 September 2020"},
		"column elsewhere":     {retired.Column("account", "bias"), ""},
		"solution":             {retired.Solution("Gamification", ""), "Dynamics 365 Gamification removed on 1 October 2021"},
		"old version":          {retired.Solution("ProjectService", "3.10.0.31"), "Project Service Automation unsupported since 31 March 2025"},
		"any version":          {retired.Solution("ProjectService", "?"), "Project Service Automation unsupported since 31 March 2025"},
		"newer version":        {retired.Solution("ProjectService", "4.1.0.0"), ""},
	} {
		got := ""
		if c.got != nil {
			got = c.got.Label + " " + c.got.Fate()
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestAddress(t *testing.T) {
	for text, want := range map[string]string{
		"https://disco.crm4.dynamics.com/XRMServices/2011/Discovery.svc":                     "disco.crm4.dynamics.com",
		"https://crm.contoso.com/XRMServices/2011/Discovery.svc?wsdl":                        "/XRMServices/2011/Discovery.svc",
		"https://globaldisco.crm.dynamics.com/api/discovery/v2.0/Instances":                  "",
		"https://contoso.crm.dynamics.com/api/data/v9.2":                                     "",
		"AuthType=Office365;Url=https://contoso.crm.dynamics.com":                            "AuthType=Office365",
		"Url=https://contoso.crm.dynamics.com;AuthType = Office365":                          "AuthType = Office365",
		"AuthType=OAuth;Url=https://contoso.crm.dynamics.com":                                "",
		"https://HOME.dynamics.com":                                                          "HOME.dynamics.com",
		"https://myhome.dynamics.com":                                                        "",
		"https://admin.services.crm.dynamics.com/api/v1.2/Instances":                         "admin.services.crm.dynamics.com/api/v1",
		"ms-apps:///providers/Microsoft.PowerApps/apps/1?tenantId=2":                         "ms-apps:///providers/Microsoft.PowerApps/apps/",
		"ms-apps:///providers/Microsoft.PowerApps/apps/1?tenantId=2&environmentId=3":         "",
		"\u0130 https://DISCO.crm.dynamics.com, whose lower case is longer than it is":       "DISCO.crm.dynamics.com",
		"\xff\xff https://disco.crm.dynamics.com, after bytes that are no text":              "disco.crm.dynamics.com",
		"see https://disco.crm.dynamics.com or https://home.dynamics.com for what was there": "disco.crm.dynamics.com",
	} {
		got, thing := retired.Address(text)
		if got != want || (thing != nil) != (want != "") {
			t.Errorf("%q: found %q, want %q", text, got, want)
		}
	}
}
