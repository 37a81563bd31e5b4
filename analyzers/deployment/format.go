package deployment

// An element is what one element of ImportConfig.xml may hold. Package Deployer
// reads the file by exact names and passes over whatever else is there.
type element struct {
	attributes []string
	elements   []string
}

// format is the format by Microsoft's "Package Deployer: ImportConfig reference"
// (power-platform/alm/importconfig-reference, 2025-06), with what the reference
// leaves out and real packages and Microsoft's own tools write: requiredimportmode,
// useAsync, deleteonly, forceUpgrade, solutionpackageuniquename, externalpackages
// and the files of the former UII.
var format = map[string]element{
	"configdatastorage": {
		attributes: []string{
			"installsampledata", "waitforsampledatatoinstall", "agentdesktopzipfile", "agentdesktopexename", "crmmigdataimportfile",
			"copyloginconfigtoagentdesktop",
		},
		elements: []string{"solutions", "externalpackages", "filestoimport", "filesmapstoimport", "cmtdatafiles"},
	},
	"solutions": {elements: []string{"configsolutionfile"}},
	"configsolutionfile": {attributes: []string{
		"solutionpackagefilename", "overwriteunmanagedcustomizations", "publishworkflowsandactivateplugins", "requiredimportmode",
		"solutionpackageuniquename", "useAsync", "deleteonly", "forceUpgrade",
	}},
	"externalpackages": {elements: []string{"package"}},
	"filestoimport":    {elements: []string{"configimportfile", "zipimportdetails"}},
	"configimportfile": {attributes: []string{
		"filename", "filetype", "associatedmap", "importtoentity", "datadelimiter", "fielddelimiter", "enableduplicatedetection",
		"isfirstrowheader", "isrecordownerateam", "owneruser", "waitforimporttocomplete",
	}},
	"zipimportdetails":  {elements: []string{"zipimportdetail"}},
	"zipimportdetail":   {attributes: []string{"filename", "filetype", "importtoentity"}},
	"filesmapstoimport": {elements: []string{"configimportmapfile"}},
	"configimportmapfile": {attributes: []string{
		"filename",
	}},
	"cmtdatafiles": {elements: []string{"cmtdatafile"}},
	"cmtdatafile":  {attributes: []string{"filename", "lcid", "usermapfilename"}},
}

// yesOrNo are the values of a flag.
var yesOrNo = []string{"true", "false"}

// values are those that an attribute takes, case ignored.
var values = map[string][]string{
	"installsampledata":                  yesOrNo,
	"waitforsampledatatoinstall":         yesOrNo,
	"overwriteunmanagedcustomizations":   yesOrNo,
	"publishworkflowsandactivateplugins": yesOrNo,
	"enableduplicatedetection":           yesOrNo,
	"isfirstrowheader":                   yesOrNo,
	"isrecordownerateam":                 yesOrNo,
	"waitforimporttocomplete":            yesOrNo,
	"requiredimportmode":                 {"async", "sync"},
	"filetype":                           {"csv", "xml", "zip"},
	"fielddelimiter":                     {"comma", "colon", "singlequote"},
}
