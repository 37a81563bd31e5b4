package rules_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/solcheck/solcheck/internal/artifact"
	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/rules"
)

// repeated writes a part so many times, with its number for each "#".
func repeated(n int, part string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.ReplaceAll(part, "#", fmt.Sprint(i)))
	}
	return b.String()
}

// large are the parts of solutions that are made to cost time: each holds many of
// two things that a rule might compare with one another. N stands for how many.
func large(n int) map[string]string {
	table := func(body string) string {
		return `<Entities><Entity><Name>contoso_visit</Name>` + body + `</Entity></Entities>`
	}
	attributes := `<EntityInfo><entity Name="contoso_visit"><attributes><attribute PhysicalName="contoso_visitid"><Type>primarykey</Type></attribute>` +
		repeated(n, `<attribute PhysicalName="contoso_#"><Type>nvarchar</Type><LogicalName>contoso_#</LogicalName><IsSecured>1</IsSecured></attribute>`) + `</attributes></entity></EntityInfo>`
	form := `<FormXml><forms type="main"><systemform><formid>{00000000-0000-4000-8000-000000000001}</formid><form><tabs><tab><columns><column><sections><section><rows>` +
		repeated(n, `<row><cell><control id="c#" classid="{4273EDBD-AC1D-40d3-9FB2-095C621B552D}" datafieldname="contoso_x#" /></cell></row>`) +
		`</rows></section></sections></column></columns></tab></tabs><events>` +
		repeated(n, `<event name="onchange" attribute="contoso_y#"><Handlers><Handler functionName="Contoso.f#" libraryName="contoso_/l#.js" handlerUniqueId="{00000000-0000-4000-8000-000000000002}" enabled="true" /></Handlers></event>`) +
		`</events><formLibraries>` + repeated(n, `<Library name="contoso_/m#.js" />`) + `</formLibraries></form></systemform></forms></FormXml>`
	fetch := `<fetch><entity name="contoso_visit">` + repeated(n, `<attribute name="contoso_z#" />`) + `<filter>` +
		repeated(n, `<condition entityname="a#" attribute="contoso_z#" operator="eq" value="1" />`) + `</filter>` +
		repeated(n/10, `<link-entity name="contoso_visit" from="contoso_a" to="contoso_b" alias="a#"><order attribute="contoso_z#" /></link-entity>`) + `</entity></fetch>`
	view := `<SavedQueries><savedqueries><savedquery><savedqueryid>{00000000-0000-4000-8000-000000000003}</savedqueryid><fetchxml>` + fetch + `</fetchxml></savedquery></savedqueries></SavedQueries>`
	ribbon := `<RibbonDiffXml><CustomActions>` + repeated(n, `<CustomAction Id="contoso.a#"><CommandUIDefinition><Button Id="contoso.b#" Command="contoso.x#" LabelText="$LocLabels:contoso.l#" /></CommandUIDefinition></CustomAction>`) +
		`</CustomActions><CommandDefinitions>` + repeated(n, `<CommandDefinition Id="contoso.c#"><EnableRules><EnableRule Id="contoso.r#" /></EnableRules></CommandDefinition>`) +
		`</CommandDefinitions><RuleDefinitions><EnableRules>` + repeated(n, `<EnableRule Id="contoso.s#" />`) + `</EnableRules></RuleDefinitions></RibbonDiffXml>`
	return map[string]string{
		"form":   table(attributes + form),
		"view":   table(attributes + view),
		"ribbon": ribbon,
		"tables": `<Entities>` + repeated(n, `<Entity><Name>contoso_t#</Name><EntityInfo><entity Name="contoso_t#"><attributes><attribute PhysicalName="contoso_id"><Type>primarykey</Type></attribute></attributes><LocalizedNames><LocalizedName description="T" languagecode="#" /></LocalizedNames></entity></EntityInfo></Entity>`) + `</Entities>` +
			`<EntityRelationships>` + repeated(n, `<EntityRelationship Name="contoso_r#"><EntityRelationshipType>OneToMany</EntityRelationshipType><ReferencingEntityName>contoso_visit</ReferencingEntityName><ReferencingAttributeName>contoso_c#</ReferencingAttributeName><ReferencedEntityName>contoso_t#</ReferencedEntityName><CascadeDelete>Cascade</CascadeDelete></EntityRelationship>`) + `</EntityRelationships>`,
		"roles": `<Roles>` + repeated(n/2, `<Role id="{00000000-0000-4000-8000-00000#}" name="R#"><RolePrivileges><RolePrivilege name="prvCreatecontoso_visit" level="Global" /><RolePrivilege name="prvAppendcontoso_visit" level="Global" /><RolePrivilege name="prvReadcontoso_t#" level="Global" /></RolePrivileges></Role>`) + `</Roles>` +
			`<EntityRelationships>` + repeated(n/2, `<EntityRelationship Name="contoso_r#"><EntityRelationshipType>OneToMany</EntityRelationshipType><ReferencingEntityName>contoso_visit</ReferencingEntityName><ReferencedEntityName>contoso_t#</ReferencedEntityName></EntityRelationship>`) + `</EntityRelationships>`,
		"processes": `<Workflows>` + repeated(n, `<Workflow WorkflowId="{00000000-0000-4000-8000-#}" Name="W#"><Type>1</Type><Category>2</Category><StateCode>1</StateCode><PrimaryEntity>contoso_visit</PrimaryEntity></Workflow>`) + `</Workflows>`,
		"steps": `<SolutionPluginAssemblies>` + repeated(n/4, `<PluginAssembly FullName="Contoso#, Version=1.0.0.0, Culture=neutral, PublicKeyToken=0123456789abcdef" PluginAssemblyId="{00000000-0000-4000-8000-#}"><PluginTypes><PluginType AssemblyQualifiedName="Contoso.P#, Contoso#, Version=1.0.0.0, Culture=neutral, PublicKeyToken=0123456789abcdef" Name="Contoso.P#" /></PluginTypes></PluginAssembly>`) + `</SolutionPluginAssemblies>` +
			`<SdkMessageProcessingSteps>` + repeated(n/2, `<SdkMessageProcessingStep Name="S#" SdkMessageProcessingStepId="{00000000-0000-4000-8000-1#}"><SdkMessageId>{20bebb1b-ea3e-db11-86a7-000a3a5473e8}</SdkMessageId><PluginTypeName>Contoso.Q#, Other#, Version=1.0.0.0, Culture=neutral, PublicKeyToken=0123456789abcdef</PluginTypeName><PrimaryEntity>contoso_visit</PrimaryEntity><Rank>1</Rank><Mode>0</Mode><Stage>40</Stage></SdkMessageProcessingStep>`) + `</SdkMessageProcessingSteps>`,
		"apps": `<AppModules>` + repeated(n/2, `<AppModule><UniqueName>contoso_a#</UniqueName><AppModuleComponents><AppModuleComponent type="1" schemaName="contoso_t" /><AppModuleComponent type="62" schemaName="contoso_map" /></AppModuleComponents></AppModule>`) + `</AppModules>` +
			`<AppModuleSiteMaps>` + repeated(n/2, `<AppModuleSiteMap><SiteMapUniqueName>contoso_map</SiteMapUniqueName><SiteMap><Area Id="a"><Group Id="g"><SubArea Id="s" Entity="contoso_u#" Url="$webresource:contoso_/x#.html" /></Group></Area></SiteMap></AppModuleSiteMap>`) + `</AppModuleSiteMaps>`,
		"connections":   `<connectionreferences>` + repeated(n, `<connectionreference connectionreferencelogicalname="contoso_c#"><connectorid>/providers/Microsoft.PowerApps/apis/shared_x</connectorid></connectionreference>`) + `</connectionreferences>`,
		"choices":       `<optionsets>` + repeated(n, `<optionset Name="contoso_o#"><OptionSetType>picklist</OptionSetType><options><option value="1"><labels><label description="L" languagecode="1033" /></labels></option></options></optionset>`) + `</optionsets>`,
		"web resources": `<WebResources>` + repeated(n, `<WebResource><WebResourceId>{00000000-0000-4000-8000-#}</WebResourceId><Name>contoso_/w#.js</Name><WebResourceType>3</WebResourceType><FileName>/WebResources/w#</FileName></WebResource>`) + `</WebResources>`,
	}
}

// TestLarge sees that no rule compares all of a solution with all of it: one
// with as many parts as are read of each kind ends soon.
func TestLarge(t *testing.T) {
	good := load(t, filepath.Join("..", "testdata", "clean", "appsource"))
	listed := repeated(20_000, `<MissingDependency><Required type="90" schemaName="Fabrikam.P#, Fabrikam#" displayName="P#" solution="Fabrikam# (1.0)" /><Dependent type="92" displayName="S#" /></MissingDependency>`)
	named := strings.NewReplacer(
		"<Managed>1<", "<Managed>0<",
		"<RootComponents />", "<RootComponents>"+repeated(20_000, `<RootComponent type="1" schemaName="contoso_none#" behavior="0" />`)+"</RootComponents>",
		"<MissingDependencies />", "<MissingDependencies>"+listed+"</MissingDependencies>",
	).Replace(good[manifest])
	for name, parts := range large(20_000) {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "large.zip")
			text := zipOf(t,
				entry{"[Content_Types].xml", good[solution+"[Content_Types].xml"], 0},
				entry{"solution.xml", named, 0},
				entry{"customizations.xml", "<ImportExportXml>" + parts + "</ImportExportXml>", 0})
			if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
			sources, _, err := artifact.Find([]string{path})
			if err != nil {
				t.Fatal(err)
			}
			start := time.Now()
			report, err := engine.Run(t.Context(), sources, engine.Options{Rules: rules.All(), Jobs: 2})
			if err != nil {
				t.Fatal(err)
			}
			if took := time.Since(start); took > patience*20*time.Second {
				t.Errorf("it took %v", took)
			}
			if len(report.NotChecked) > 0 {
				t.Errorf("not checked: %v", report.NotChecked)
			}
			const last = `The manifest names table "contoso_none19999"`
			if !slices.ContainsFunc(report.Findings, func(f engine.Finding) bool { return strings.HasPrefix(f.Message, last) }) {
				t.Errorf("nothing begins with %q", last)
			}
		})
	}
}
