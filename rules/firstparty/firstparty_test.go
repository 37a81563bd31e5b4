package firstparty_test

import (
	"testing"

	"github.com/solcheck/solcheck/rules/firstparty"
)

func TestNames(t *testing.T) {
	for name, want := range map[string][2]bool{
		"System":         {true, true},
		"FieldService":   {true, false},
		"msdynce_Sales":  {true, false},
		"ContosoBase":    {false, false},
		"CreatorKitCore": {false, false},
		"AppModule":      {true, true},
	} {
		if got := [2]bool{firstparty.IsSolution(name), firstparty.IsEverywhere(name)}; got != want {
			t.Errorf("%s: Microsoft's and everywhere %v, want %v", name, got, want)
		}
	}
}
