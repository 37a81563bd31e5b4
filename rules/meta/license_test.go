package meta

import (
	"slices"
	"testing"
)

// The numbers are those of the pages that the tables name.
func TestRestrictions(t *testing.T) {
	for _, tt := range []struct {
		of                                 *license
		tables, operations, controls, apis int
	}{
		{sales, 9, 24, 9, 7},
		{fieldService, 28, 84, 34, 6},
	} {
		r := tt.of.table()
		operations := 0
		for _, list := range r.operations {
			operations += len(list)
		}
		got := []int{len(r.operations), operations, len(r.controls), len(r.messages)}
		if want := []int{tt.tables, tt.operations, tt.controls, tt.apis}; !slices.Equal(got, want) {
			t.Errorf("%s has %v tables, operations, controls and messages, want %v", tt.of.name, got, want)
		}
	}
}

func TestRestricts(t *testing.T) {
	for _, tt := range []struct {
		of             *license
		message, table string
		want           bool
	}{
		{sales, "Win", "opportunity", true},
		{sales, "win", "Opportunity", true},
		{sales, "Win", "contoso_deal", false},
		{sales, "Update", "opportunity", false},
		{sales, "CalculatePrice", "", true},
		{sales, "", "opportunity", false},
		{fieldService, "Delete", "msdyn_workorder", true},
		{fieldService, "Retrieve", "msdyn_workorder", false},
		{fieldService, "msdyn_searchresourceavailability", "none", true},
	} {
		if got := tt.of.table().restricts(tt.message, tt.table); got != tt.want {
			t.Errorf("%s restricts %q on %q: got %v, want %v", tt.of.name, tt.message, tt.table, got, tt.want)
		}
	}
}
