package webresource

import (
	"iter"

	"github.com/solcheck/solcheck/analyzers/syntax/javascript"
)

// Uses returns the nodes that come to a path, see [javascript.File.Uses], but for
// those of code of others.
func (s *Script) Uses(path string) iter.Seq[javascript.Node] { return s.own(s.File.Uses(path)) }

// Named returns the members of a name, see [javascript.File.Named], but for those
// of code of others.
func (s *Script) Named(name string) iter.Seq[javascript.Node] { return s.own(s.File.Named(name)) }

// PropertiesOf returns the nodes that come to a property of a path, see
// [javascript.File.PropertiesOf], but for those of code of others.
func (s *Script) PropertiesOf(path string) iter.Seq[javascript.Node] {
	return s.own(s.File.PropertiesOf(path))
}
