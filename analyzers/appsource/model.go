package appsource

import (
	"time"

	"github.com/solcheck/solcheck/analyzers/model"
	"github.com/solcheck/solcheck/analyzers/unit"
)

// A Model is one AppSource package: what Input.xml says, and the files that it
// names.
type Model struct {
	File        string // the member Input.xml as it is written; empty where there is none
	model.Range        // the start tag of PvsPackageData

	// Built is set for a package that is ready to be sent in, and not for the
	// sources of one, to which the build adds the deployment package.
	Built bool

	ProviderName          model.Text
	PackageFile           Reference
	AnchorName            model.Text // SolutionAnchorName: the file name of a solution in the deployment package
	StartDate, EndDate    Date
	MinimumProductVersion model.Text
	SupportedCountries    model.Text
	Countries             []model.Text
	CountryBlank          model.Range // the first blank or line end in SupportedCountries
	LearnMoreLink         model.Text
	LocalesAt             model.Range // the start tag of Locales
	Locales               []*Locale

	Missing []Missing // required elements that are absent or empty
	Ignored []Ignored // elements and attributes that the format does not have

	Logos []*Logo // those that locales name and that are there, each once
	Terms []*Page // likewise

	Problems []unit.Problem
}

// Unread returns what could not be read.
func (m *Model) Unread() []unit.Problem { return m.Problems }

// An Offer is the package fact that tells when an app is on offer.
type Offer struct {
	StartDate, EndDate Date
}

// AFact marks Offer as a fact.
func (*Offer) AFact() {}

// String returns the dates as they are written.
func (o *Offer) String() string { return o.StartDate.Value + " to " + o.EndDate.Value }

// A Reference is a file that Input.xml names.
type Reference struct {
	model.Text
	Member string // the member of that name; empty where there is none
	Exact  bool   // it has that name to the letter
}

// A Date is a date in Input.xml.
type Date struct {
	model.Text
	Day    time.Time // midnight UTC; zero where the text is no date
	Dashes bool      // written with dashes: 01-31-2026 instead of 01/31/2026
}

// A Locale is what customers of one language see.
type Locale struct {
	model.Range // the start tag of PackageLocale
	Code        model.Int
	CodeText    model.Text
	IsDefault   model.Text
	Logo        Reference
	Terms       []Reference
}

// A Missing is an element that the format requires and that is absent or empty.
type Missing struct {
	model.Range        // the empty element, or the one that should hold it
	Name        string // "Logo"
	In          string // "PackageLocale"
	Empty       bool   // it is there and empty
}

// An Ignored is a name that the format does not have.
type Ignored struct {
	model.Range
	Name      string
	Attribute bool
	In        string // the element that holds it
	Meant     string // a name of the format that differs in case alone; empty for none
}

// A Logo is a picture that locales name.
type Logo struct {
	model.Range        // where it is named first
	Member      string // the file
	Format      string // PNG or JPEG by its bytes; empty for something else
	Width       int
	Height      int
	Broken      string // why it cannot be decoded; empty for a sound one
}

// A Page is the terms of use in one language.
type Page struct {
	model.Range        // where it is named first
	Member      string // the file
	IsHTML      bool   // it holds tags of HTML
	Scripts     []model.Text
}
