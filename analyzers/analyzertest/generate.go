package analyzertest

import (
	"bytes"
	"fmt"
)

// Customizations returns a customizations.xml of about that many bytes, in the
// shape and the proportions of real exports: most of it is tables with columns,
// forms and views, then processes, web resources, assemblies and steps.
func Customizations(size int) []byte {
	var b bytes.Buffer
	b.WriteString("<ImportExportXml xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" OrganizationVersion=\"9.2.24\">\n  <Entities>\n")
	for i := 0; b.Len() < size*9/10; i++ {
		table(&b, i)
	}
	b.WriteString("  </Entities>\n  <Roles></Roles>\n  <Workflows>\n")
	n := size / 200_000
	for i := range n {
		fmt.Fprintf(&b, process, i, i, i, i)
	}
	b.WriteString("  </Workflows>\n  <WebResources>\n")
	for i := range n {
		fmt.Fprintf(&b, webResource, i, i, i, i)
	}
	b.WriteString("  </WebResources>\n  <SdkMessageProcessingSteps>\n")
	for i := range n {
		fmt.Fprintf(&b, step, i, i, i)
	}
	b.WriteString("  </SdkMessageProcessingSteps>\n  <Languages>\n    <Language>1033</Language>\n  </Languages>\n</ImportExportXml>\n")
	return b.Bytes()
}

func table(b *bytes.Buffer, i int) {
	fmt.Fprintf(b, "    <Entity>\n      <Name LocalizedName=\"Table %d\" OriginalName=\"Table %d\">new_table%d</Name>\n      <EntityInfo>\n        <entity Name=\"new_table%d\">\n          <LocalizedNames>\n            <LocalizedName description=\"Table %d\" languagecode=\"1033\" />\n          </LocalizedNames>\n          <attributes>\n", i, i, i, i, i)
	for c := range 40 {
		fmt.Fprintf(b, column, c, c, c, c)
	}
	b.WriteString("          </attributes>\n          <EntitySetName>new_tables</EntitySetName>\n          <IsCustomizable>1</IsCustomizable>\n        </entity>\n      </EntityInfo>\n      <FormXml>\n")
	for k, kind := range []string{"main", "quick", "card"} {
		fmt.Fprintf(b, formHead, kind, k, i)
		for c := range 30 {
			fmt.Fprintf(b, cell, c, c, c, c)
		}
		b.WriteString(formTail)
	}
	b.WriteString("      </FormXml>\n      <SavedQueries>\n        <savedqueries>\n")
	for q := range 7 {
		fmt.Fprintf(b, view, i, q)
	}
	b.WriteString("        </savedqueries>\n      </SavedQueries>\n      <RibbonDiffXml>\n        <CustomActions />\n        <Templates>\n          <RibbonTemplates Id=\"Mscrm.Templates\"></RibbonTemplates>\n        </Templates>\n        <CommandDefinitions />\n      </RibbonDiffXml>\n    </Entity>\n")
}

const column = `            <attribute PhysicalName="new_Column%d">
              <Type>nvarchar</Type>
              <Name>new_column%d</Name>
              <LogicalName>new_column%d</LogicalName>
              <RequiredLevel>none</RequiredLevel>
              <DisplayMask>ValidForAdvancedFind|ValidForForm|ValidForGrid</DisplayMask>
              <ImeMode>auto</ImeMode>
              <ValidForUpdateApi>1</ValidForUpdateApi>
              <ValidForReadApi>1</ValidForReadApi>
              <ValidForCreateApi>1</ValidForCreateApi>
              <IsCustomField>1</IsCustomField>
              <IsAuditEnabled>1</IsAuditEnabled>
              <IsSecured>0</IsSecured>
              <IntroducedVersion>1.0.0.0</IntroducedVersion>
              <IsCustomizable>1</IsCustomizable>
              <IsRenameable>1</IsRenameable>
              <SourceType>0</SourceType>
              <Format>text</Format>
              <MaxLength>100</MaxLength>
              <Length>200</Length>
              <displaynames>
                <displayname description="Column %d &amp; more" languagecode="1033" />
              </displaynames>
              <Descriptions>
                <Description description="What it is good for" languagecode="1033" />
              </Descriptions>
            </attribute>
`

const formHead = `        <forms type="%s">
          <systemform>
            <formid>{00000000-0000-4000-800%d-%012d}</formid>
            <IntroducedVersion>1.0.0.0</IntroducedVersion>
            <FormPresentation>1</FormPresentation>
            <FormActivationState>1</FormActivationState>
            <form>
              <tabs>
                <tab verticallayout="true" id="{00000000-0000-4000-8000-0000000000aa}" IsUserDefined="1">
                  <labels>
                    <label description="General" languagecode="1033" />
                  </labels>
                  <columns>
                    <column width="100%%">
                      <sections>
                        <section showlabel="false" showbar="false" IsUserDefined="0" id="{00000000-0000-4000-8000-0000000000ab}">
                          <rows>
`

const cell = `                            <row>
                              <cell id="{00000000-0000-4000-8000-%012d}" locklevel="0">
                                <labels>
                                  <label description="Column %d" languagecode="1033" />
                                </labels>
                                <control id="new_column%d" classid="{4273EDBD-AC1D-40d3-9FB2-095C621B552D}" datafieldname="new_column%d" disabled="false" />
                              </cell>
                            </row>
`

const formTail = `                          </rows>
                        </section>
                      </sections>
                    </column>
                  </columns>
                </tab>
              </tabs>
              <events>
                <event name="onload" application="false" active="false">
                  <Handlers>
                    <Handler functionName="Contoso.onLoad" libraryName="new_script.js" handlerUniqueId="{00000000-0000-4000-8000-0000000000ac}" enabled="true" parameters="" passExecutionContext="true" />
                  </Handlers>
                </event>
              </events>
              <formLibraries>
                <Library name="new_script.js" libraryUniqueId="{00000000-0000-4000-8000-0000000000ad}" />
              </formLibraries>
            </form>
            <IsCustomizable>1</IsCustomizable>
            <CanBeDeleted>1</CanBeDeleted>
            <LocalizedNames>
              <LocalizedName description="Information" languagecode="1033" />
            </LocalizedNames>
          </systemform>
        </forms>
`

const view = `          <savedquery>
            <IsCustomizable>1</IsCustomizable>
            <isquickfindquery>0</isquickfindquery>
            <savedqueryid>{00000000-0000-4000-8000-%06d%06d}</savedqueryid>
            <layoutxml>
              <grid name="resultset" object="10001" jump="new_name" select="1" icon="1" preview="1">
                <row name="result" id="new_tableid">
                  <cell name="new_name" width="300" />
                  <cell name="createdon" width="125" />
                </row>
              </grid>
            </layoutxml>
            <querytype>0</querytype>
            <fetchxml>
              <fetch version="1.0" mapping="logical">
                <entity name="new_table">
                  <attribute name="new_name" />
                  <attribute name="createdon" />
                  <order attribute="new_name" descending="false" />
                  <filter type="and">
                    <condition attribute="statecode" operator="eq" value="0" />
                  </filter>
                </entity>
              </fetch>
            </fetchxml>
          </savedquery>
`

const process = `    <Workflow WorkflowId="{00000000-0000-4000-8000-%012d}" Name="Flow %d">
      <JsonFileName>/Workflows/Flow%d-00000000-0000-4000-8000-%012d.json</JsonFileName>
      <Type>1</Type>
      <Subprocess>0</Subprocess>
      <Category>5</Category>
      <Mode>0</Mode>
      <Scope>4</Scope>
      <OnDemand>0</OnDemand>
      <TriggerOnCreate>0</TriggerOnCreate>
      <TriggerOnDelete>0</TriggerOnDelete>
      <AsyncAutodelete>0</AsyncAutodelete>
      <SyncWorkflowLogOnFailure>0</SyncWorkflowLogOnFailure>
      <StateCode>1</StateCode>
      <StatusCode>2</StatusCode>
      <RunAs>1</RunAs>
      <IsTransacted>1</IsTransacted>
      <IntroducedVersion>1.0.0.0</IntroducedVersion>
      <IsCustomizable>1</IsCustomizable>
      <PrimaryEntity>none</PrimaryEntity>
      <LocalizedNames>
        <LocalizedName languagecode="1033" description="Flow" />
      </LocalizedNames>
    </Workflow>
`

const webResource = `    <WebResource>
      <WebResourceId>{00000000-0000-4000-9000-%012d}</WebResourceId>
      <Name>new_/scripts/file%d.js</Name>
      <DisplayName>Script</DisplayName>
      <WebResourceType>3</WebResourceType>
      <IntroducedVersion>1.0.0.0</IntroducedVersion>
      <IsEnabledForMobileClient>0</IsEnabledForMobileClient>
      <DependencyXml>&lt;Dependencies&gt;&lt;Dependency componentType="WebResource"/&gt;&lt;/Dependencies&gt;</DependencyXml>
      <IsCustomizable>1</IsCustomizable>
      <CanBeDeleted>1</CanBeDeleted>
      <IsHidden>0</IsHidden>
      <FileName>/WebResources/new_scriptsfile%d00000000-0000-4000-9000-%012d</FileName>
    </WebResource>
`

const step = `    <SdkMessageProcessingStep Name="Contoso.Plugin: Update of new_table%d" SdkMessageProcessingStepId="{00000000-0000-4000-a000-%012d}">
      <SdkMessageId>{20bebb1b-ea3e-db11-86a7-000a3a5473e8}</SdkMessageId>
      <PluginTypeName>Contoso.Plugin, Contoso, Version=1.0.0.0, Culture=neutral, PublicKeyToken=0123456789abcdef</PluginTypeName>
      <PrimaryEntity>new_table%d</PrimaryEntity>
      <AsyncAutoDelete>0</AsyncAutoDelete>
      <FilteringAttributes>new_name,statecode</FilteringAttributes>
      <InvocationSource>0</InvocationSource>
      <Mode>0</Mode>
      <Rank>1</Rank>
      <EventHandlerTypeCode>4602</EventHandlerTypeCode>
      <Stage>40</Stage>
      <IsCustomizable>1</IsCustomizable>
      <IsHidden>0</IsHidden>
      <SupportedDeployment>0</SupportedDeployment>
      <IntroducedVersion>1.0.0.0</IntroducedVersion>
      <SdkMessageProcessingStepImages />
    </SdkMessageProcessingStep>
`
