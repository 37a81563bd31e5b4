package deployment

import (
	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/unit"
)

// A Model is one deployment package: what ImportConfig.xml says, and the files
// that it names.
type Model struct {
	File        string // the member ImportConfig.xml; empty where there is none
	Folder      string // the data folder with its slash: "PkgFolder/"; empty where ImportConfig.xml lies in no folder
	model.Range        // the start tag of configdatastorage

	// Built is set for a package that can be deployed, and not for the sources of
	// one: the build adds solutions and the assembly.
	Built bool
	// Vendor is set where the file has elements of another tool than Package
	// Deployer, which may read further files of the package.
	Vendor bool

	InstallSampleData model.Flag
	WaitForSampleData model.Flag
	MigrationData     model.Text // crmmigdataimportfile
	Solutions         []*Solution
	Files             []*ImportFile
	ZipDetails        []*ImportFile
	Data              []*DataFile

	References []*Reference // every file that is named, in the order of the text
	Missing    []Missing    // required attributes that are absent or empty
	Ignored    []Ignored    // names that Package Deployer passes over
	Values     []BadValue   // values that are none of those that an attribute takes

	Languages []Language // of Content, sorted by name
	Pages     []*Page    // the HTML files of Content
	Unused    []string   // members of the data folder that nothing names

	Problems []unit.Problem
}

// Unread returns what could not be read.
func (m *Model) Unread() []unit.Problem { return m.Problems }

// A Solution is a solution to import, in the order of import.
type Solution struct {
	model.Range // the start tag of configsolutionfile
	File        *Reference
	Overwrite   model.Flag // overwriteunmanagedcustomizations
	Publish     model.Flag // publishworkflowsandactivateplugins
	ImportMode  model.Text // requiredimportmode
	UniqueName  model.Text // solutionpackageuniquename
}

// An ImportFile is a file of rows to import, or one within a zip of such.
type ImportFile struct {
	model.Range            // the start tag
	File        model.Text // filename
	Type        model.Text // filetype
	Table       model.Text // importtoentity
}

// A DataFile is configuration data in one language.
type DataFile struct {
	model.Range // the start tag of cmtdatafile
	File        *Reference
	Language    model.Int // lcid
	UserMap     model.Text
}

// A Reference is a file that ImportConfig.xml names.
type Reference struct {
	model.Text
	Attribute string // "solutionpackagefilename"
	Member    string // the member of that name, case ignored; empty where there is none
	Exact     bool   // it has that name to the letter
}

// Exists reports whether the package holds the file, whatever the case of its
// name.
func (r *Reference) Exists() bool { return r != nil && r.Member != "" }

// A Missing is an attribute that the format requires and that is absent or empty.
type Missing struct {
	model.Range // the empty attribute, or the start tag
	Attribute   string
	In          string
}

// An Ignored is a name that Package Deployer passes over.
type Ignored struct {
	model.Range
	Name      string
	Attribute bool
	In        string // the element that holds it
	Meant     string // the name that it was likely to be; empty for none
}

// A BadValue is a value that is none of those that an attribute takes.
type BadValue struct {
	model.Text
	Attribute string
	Expected  []string // what it takes; empty for a number
}

// A Language is a folder of Content.
type Language struct {
	model.Range        // its first file as a whole
	Name        string // "en-us"
}

// A Page is an HTML file of Content.
type Page struct {
	Member  string
	Scripts []model.Text // scripts that it loads from another machine
}

// A Package is the package fact by which units outside know a deployment package.
// Its positions are places in ImportConfig.xml, good for the whole run.
type Package struct {
	model.Range          // the start tag of configdatastorage
	Config      string   // the member ImportConfig.xml
	Folder      string   // as in [Model]
	Built       bool     // as in [Model]
	Solutions   []Listed // in the order of import
	Files       []string // the members of the data folder itself
}

// A Listed is a solution in a [Package].
type Listed struct {
	model.Text        // as ImportConfig.xml names it
	Member     string // empty where the package holds no such file
}

// AFact marks Package as a fact.
func (*Package) AFact() {}

// String returns the folder.
func (p *Package) String() string { return p.Config }
