package customizations

import (
	"strings"

	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/syntax/xmltree"
)

// An apiPart is a request parameter or response property that is still to be
// joined with its custom API: each has a file below the folder of the API.
type apiPart struct {
	folder   string // of the API, in lower case
	name     model.Text
	response bool
}

func (r *reader) apiParameter(n xmltree.Node) { r.apiPart(n, false) }

func (r *reader) apiResponse(n xmltree.Node) { r.apiPart(n, true) }

func (r *reader) apiPart(n xmltree.Node, response bool) {
	if r.detail(n) {
		folder := folderOf(folderOf(folderOf(r.source))) // customapis/<api>/<kind>/<name>/<file>
		r.apiParts = append(r.apiParts, apiPart{strings.ToLower(folder), r.Attr(n, "uniquename"), response})
	}
}

// joinAPIs gives the custom APIs their parameters and properties.
func (r *reader) joinAPIs() {
	byFolder := make(map[string]*CustomAPI)
	for _, a := range r.m.CustomAPIs {
		byFolder[strings.ToLower(folderOf(a.Source))] = a
	}
	for _, p := range r.apiParts {
		switch a := byFolder[p.folder]; {
		case a == nil: // the API is another solution's
		case p.response:
			a.Responses = append(a.Responses, p.name)
		default:
			a.Parameters = append(a.Parameters, p.name)
		}
	}
	r.apiParts = nil
}
