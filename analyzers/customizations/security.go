package customizations

import "github.com/solcheck/solcheck/analyzers/model"

// A FieldSecurityProfile says who may see and change secured columns.
type FieldSecurityProfile struct {
	Component
	Description model.Text
	Permissions []FieldPermission
}

// A FieldPermission is what a profile allows with one column.
type FieldPermission struct {
	model.Range // the start tag of FieldPermission
	Table       model.Text
	Column      model.Text
	CanRead     model.Number[Allowance]
	CanUpdate   model.Number[Allowance]
	CanCreate   model.Number[Allowance]
}

// Allowance is whether a profile allows something.
type Allowance int

// The values of CanRead, CanUpdate and CanCreate.
const (
	NotAllowed Allowance = 0
	Allowed    Allowance = 4
)
