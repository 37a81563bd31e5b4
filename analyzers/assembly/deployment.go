package assembly

import "github.com/solcheck/solcheck/analyzers/syntax/clr"

// A Deployment is what the own code of a Package Deployer package says of it: a type
// that derives from ImportExtension.
type Deployment struct {
	Assembly *Assembly
	Type     *clr.Type
	// DataFolder is the name of the folder beside the assembly that holds
	// ImportConfig.xml (GetImportPackageDataFolderName), empty where the code does
	// not return a literal.
	DataFolder string
	// ShortName, LongName and Description are what GetNameOfImport,
	// GetLongNameOfImport and GetImportPackageDescriptionText return, likewise.
	ShortName, LongName, Description string
	// Overrides are the names of the methods that the type has of its own:
	// "AfterPrimaryImport", "BeforeImportStage".
	Overrides []string
	Code      []*Code // all that runs from there

	seen map[*Code]bool
}

// Deployments returns what the assembly says of Package Deployer packages, in the
// order of the types.
func (a *Assembly) Deployments() []*Deployment {
	var list []*Deployment
	byType := make(map[*clr.Type]*Deployment)
	for _, e := range a.Entries {
		if e.Kind != Import {
			continue
		}
		d := byType[e.Type]
		if d == nil {
			d = &Deployment{Assembly: a, Type: e.Type, seen: make(map[*Code]bool)}
			byType[e.Type] = d
			list = append(list, d)
		}
		d.add(e)
	}
	return list
}

func (d *Deployment) add(e *Entry) {
	c := d.Assembly.CodeOf(e.Method)
	switch e.Method.Name {
	case "get_GetImportPackageDataFolderName":
		d.DataFolder = c.onlyText()
	case "get_GetImportPackageDescriptionText":
		d.Description = c.onlyText()
	case "get_GetLongNameOfImport":
		d.LongName = c.onlyText()
	case "GetNameOfImport":
		d.ShortName = c.onlyText()
	default:
		d.Overrides = append(d.Overrides, e.Method.Name)
	}
	for _, run := range e.Runs {
		if !d.seen[run] {
			d.seen[run] = true
			d.Code = append(d.Code, run)
		}
	}
}

// onlyText returns the literal that the code returns, empty where it may return
// something else.
func (c *Code) onlyText() string {
	if c == nil {
		return ""
	}
	text := ""
	for i, v := range c.Returns {
		if v.Kind != Text || i > 0 && v.Text != text {
			return ""
		}
		text = v.Text
	}
	return text
}
