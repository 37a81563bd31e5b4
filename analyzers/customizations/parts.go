package customizations

import "github.com/solcheck/solcheck/analyzers/syntax/xmltree"

// A part is a kind of component: where it stands and what reads it. One table of
// parts serves all layouts, so a new kind of component is one new line and one
// new function.
type part struct {
	// path leads to the element in customizations.xml, below ImportExportXml.
	// Empty for a part that has files of its own in every layout.
	path string
	// alone leads to it from the root of a file of its own: path's last name where
	// empty.
	alone string
	// files is the pattern, in lower case, of the files that hold one in unpacked
	// sources, or in every layout where path is empty.
	files string
	// skip are the paths below it that nobody reads.
	skip []string
	// only are paths below it beside which nobody reads anything.
	only []string
	read func(*reader, xmltree.Node)
}

const root = "ImportExportXml"

func parts() []part {
	return []part{
		{path: "Entities/Entity", files: "entities/*/entity.xml", skip: tableSkips(), only: tableOnly(), read: (*reader).table},
		{alone: "forms/systemform", files: "entities/*/formxml/*/*.xml", skip: formSkips(), read: (*reader).looseForm},
		{alone: "systemform", files: "entities/*/formxml/*/*.xml", skip: formSkips(), read: (*reader).looseForm},
		{alone: "savedquery", files: "entities/*/savedqueries/*.xml", only: viewOnly(), read: (*reader).looseView},
		{alone: "savedqueries/savedquery", files: "entities/*/savedqueries/*.xml", only: viewOnly(), read: (*reader).looseView},
		{alone: "visualization", files: "entities/*/visualizations/*.xml", only: chartOnly(), read: (*reader).looseChart},
		{path: "RibbonDiffXml", files: "entities/*/ribbondiff.xml", read: (*reader).ribbonPart},
		{alone: "RibbonDiffXml", files: "other/ribboncustomization*.xml", read: (*reader).ribbonPart},
		{path: "Dashboards/Dashboard", files: "dashboards/*.xml", skip: dashboardSkips(), read: (*reader).dashboard},
		{path: "InteractionCentricDashboards/InteractionCentricDashboard", files: "interactioncentricdashboards/*.xml", skip: dashboardSkips(), read: (*reader).dashboard},
		{path: "Dialogs/Dialog", files: "dialogs/*.xml", skip: dashboardSkips(), read: (*reader).dialog},
		{path: "EntityRelationships/EntityRelationship", alone: "EntityRelationships/EntityRelationship", files: "other/relationships/*.xml", read: (*reader).relationship},
		{path: "SdkMessageProcessingSteps/SdkMessageProcessingStep", files: "sdkmessageprocessingsteps/*.xml", read: (*reader).step},
		{path: "SolutionPluginAssemblies/PluginAssembly", files: "pluginassemblies/**/*.data.xml", read: (*reader).assembly},
		{path: "ServiceEndpoints/ServiceEndpoint", alone: "ServiceEndpoints/ServiceEndpoint", files: "pluginassemblies/serviceendpoints.xml", read: (*reader).serviceEndpoint},
		{path: "WebResources/WebResource", files: "webresources/**/*.data.xml", read: (*reader).webResource},
		{path: "Workflows/Workflow", files: "workflows/*.data.xml", skip: processSkips(), read: (*reader).process},
		{path: "CanvasApps/CanvasApp", files: "canvasapps/*.meta.xml", read: (*reader).canvasApp},
		{path: "Connectors/Connector", files: "connectors/*.xml", read: (*reader).connector},
		{path: "connectionreferences/connectionreference", read: (*reader).connectionReference},
		{path: "EnvironmentVariables/Definition", files: "environmentvariables/*.xml", read: (*reader).oldEnvironmentVariable},
		{alone: "environmentvariabledefinition", files: "environmentvariabledefinitions/*/environmentvariabledefinition.xml", read: (*reader).environmentVariable},
		{alone: "customapirequestparameter", files: "customapis/*/customapirequestparameters/*/customapirequestparameter.xml", read: (*reader).customAPIPart},
		{alone: "customapiresponseproperty", files: "customapis/*/customapiresponseproperties/*/customapiresponseproperty.xml", read: (*reader).customAPIPart},
		{alone: "appaction", files: "appactions/*/appaction.xml", read: (*reader).appAction},
		{alone: "bot", files: "bots/*/bot.xml", read: (*reader).bot},
		{alone: "botcomponent", files: "botcomponents/*/botcomponent.xml", read: (*reader).botComponent},
		{alone: "customapi", files: "customapis/*/customapi.xml", read: (*reader).customAPI},
		{path: "CustomControls/CustomControl", files: "controls/*/controlmanifest.xml.data.xml", read: (*reader).customControl},
		{path: "Roles/Role", files: "roles/*.xml", read: (*reader).role},
		{path: "optionsets/optionset", files: "optionsets/*.xml", read: (*reader).choice},
		{path: "AppModules/AppModule", files: "appmodules/*/appmodule.xml", read: (*reader).app},
		{path: "AppModuleSiteMaps/AppModuleSiteMap", files: "appmodulesitemaps/*/appmodulesitemap.xml", read: (*reader).appSiteMap},
		{path: "SiteMap", files: "other/sitemap.xml", read: (*reader).siteMap},
		{path: "Reports/Report", files: "reports/**/*.data.xml", read: (*reader).report},
		{path: "EntityDataProviders/EntityDataProvider", files: "entitydataproviders/*.xml", read: (*reader).dataProvider},
		{path: "EntityDataSources/EntityDataSource", files: "entitydatasources/*.xml", read: (*reader).dataSource},
		{path: "ConnectionRoles/ConnectionRoles/ConnectionRole", alone: "ConnectionRoles/ConnectionRoles/ConnectionRole", files: "other/connectionroles.xml", read: (*reader).connectionRole},
		{path: "ConnectionRoles/ConnectionRoleAssociations/ConnectionRoleAssociation", alone: "ConnectionRoles/ConnectionRoleAssociations/ConnectionRoleAssociation", files: "other/connectionroles.xml", read: (*reader).connectionRolePair},
		{path: "FieldSecurityProfiles/FieldSecurityProfile", files: "other/fieldsecurityprofiles.xml", alone: "FieldSecurityProfiles/FieldSecurityProfile", read: (*reader).fieldSecurityProfile},
		{path: "AIModels/AIModel", read: (*reader).aiModel},
		{path: "EntityMaps/EntityMap", alone: "EntityMaps/EntityMap", files: "other/entitymaps.xml", read: (*reader).entityMap},
		{path: "AttributeImageConfigs/AttributeImageConfig", read: (*reader).imageColumn},
		{path: "EntityImageConfigs/EntityImageConfig", read: (*reader).tableImage},
		{path: "Templates/EmailTemplates/emailtemplate", alone: "EmailTemplates/emailtemplate", files: "templates/emailtemplates.xml", read: (*reader).emailTemplate},
		{path: "Templates/ContractTemplates/contracttemplate", alone: "ContractTemplates/contracttemplate", files: "templates/contracttemplates.xml", read: (*reader).contractTemplate},
		{path: "Templates/KBArticleTemplates/kbarticletemplate", alone: "KBArticleTemplates/kbarticletemplate", files: "templates/kbarticletemplates.xml", read: (*reader).articleTemplate},
		{path: "Slas/Sla", files: "slas/*.meta.xml", read: (*reader).sla},
		{path: "RoutingRules/RoutingRule", files: "routingrules/*.meta.xml", read: (*reader).routingRule},
		{path: "ConvertRules/ConvertRule", files: "convertrules/*.meta.xml", read: (*reader).convertRule},
		{path: "ChannelPropertyGroups/ChannelPropertyGroup", files: "channelpropertygroups/*.meta.xml", read: (*reader).channelPropertyGroup},
		{path: "MobileOfflineProfiles/MobileOfflineProfile", files: "mobileofflineprofiles/*.xml", read: (*reader).offlineProfile},
		{alone: "duplicaterule", files: "duplicaterules/*/duplicaterule.xml", read: (*reader).duplicateRule},
		{path: "RelationshipRoles/RelationshipRole", read: (*reader).retired},
		{path: "Templates/MailMergeTemplates/mailmergetemplate", alone: "MailMergeTemplates/mailmergetemplate", files: "templates/mailmergetemplates.xml", read: (*reader).retired},
		{path: "IsvConfig/configuration", only: []string{"Root", "Entities"}, read: (*reader).isvConfig},
		{path: "StoredProcedures/procedure", read: (*reader).retired},
		{path: "OrganizationSettings/*", read: (*reader).settings},
		{path: "Languages/Language", read: (*reader).language},
		{path: "*/*", read: (*reader).unknown},
	}
}
