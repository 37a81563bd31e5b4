package cli

import (
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/solcheck/solcheck/internal/config"
)

//go:embed template.yaml
var template string

func (c *console) initialize() *cobra.Command {
	return &cobra.Command{
		Use:   "init [FOLDER]",
		Short: "Write a configuration to start from",
		Long: `Write a .solcheck.yaml in which every setting is explained and switched off into
the folder, by default the current one. A file that is there stays as it is.`,
		Example: "  solcheck init",
		Args:    atMostOne("folder"),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return nil, cobra.ShellCompDirectiveFilterDirs
		},
		RunE: func(_ *cobra.Command, args []string) error {
			folder := "."
			if len(args) == 1 {
				folder = args[0]
			}
			name := filepath.Join(folder, config.Name)
			if err := writable(name); err != nil {
				return err
			}
			if err := writeNew(name, template); err != nil {
				return err
			}
			return c.note("wrote %s\n", filepath.ToSlash(name))
		},
	}
}

// writeNew writes a file that does not exist yet.
func writeNew(name, text string) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644) //nolint:gosec // a configuration is for all to read
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s exists already and is left as it is", filepath.ToSlash(name))
	}
	if err != nil {
		return err
	}
	_, err = f.WriteString(text)
	return errors.Join(err, f.Close())
}

// atMostOne refuses more than one argument.
func atMostOne(what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) > 1 {
			return fmt.Errorf("\"%s\" takes one %s; %q is too many", cmd.CommandPath(), what, args[1])
		}
		return nil
	}
}
