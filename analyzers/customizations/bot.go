package customizations

import "github.com/solcheck/solcheck/analyzers/model"

// A Bot is a bot of Copilot Studio.
type Bot struct {
	Component            // its Name is the schema name
	Label     model.Text // name
	Language  model.Int
	Template  model.Text
	Provider  model.Int // runtimeprovider
	// Authentication is authenticationmode: 1 none, 2 integrated, 3 custom.
	Authentication model.Int
	AuthTrigger    model.Int  // authenticationtrigger
	AuthSettings   model.Text // authenticationconfiguration: JSON
	Sync           model.Text // synchronizationstatus: JSON
	IsCustomizable model.Flag
}

// A BotComponent is a part of a bot: a topic, an entity, a knowledge source.
// What it says is in the file data beside it.
type BotComponent struct {
	Component                 // its Name is the schema name
	Label          model.Text // name
	Description    model.Text
	Kind           model.Int // componenttype
	Language       model.Int
	Bot            model.Text // parentbotid/schemaname
	Parent         model.Text // parentbotcomponentid/schemaname
	Collection     model.Text // parentbotcomponentcollectionid/schemaname
	DataMember     string     // the file with its contents, empty where there is none
	File           Reference  // filedata: what it knows, in the folder of that name
	FileType       model.Text // filedata/@mimetype
	IconURL        model.Text
	State          model.Int // statecode
	Status         model.Int // statuscode
	IsCustomizable model.Flag
}
