package customizations

import "strings"

// joinAPIs gives the custom APIs their parameters and properties, each of which
// has a file below the folder of its API. The API itself may be of another
// solution.
func (r *reader) joinAPIs() {
	byFolder := make(map[string]*CustomAPI)
	for _, a := range r.m.CustomAPIs {
		byFolder[strings.ToLower(folderOf(a.Source))] = a
	}
	for _, p := range r.m.CustomAPIParts {
		if a := byFolder[strings.ToLower(folderOf(folderOf(folderOf(p.Source))))]; a != nil {
			a.Parts = append(a.Parts, p)
		}
	}
}
