package cli

import (
	"fmt"

	"github.com/solcheck/solcheck/internal/artifact"
)

// previous finds the packages of the version before.
func (s *settings) previous(f checkFlags) error {
	if f.previous == "" {
		return nil
	}
	sources, _, err := artifact.Find([]string{f.previous})
	if err != nil {
		return fmt.Errorf("--previous: %w", err)
	}
	s.engine.Previous = sources
	return nil
}
