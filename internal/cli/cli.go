// Package cli is the command line of solcheck: its commands and flags, its
// messages, and its exit status.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/solcheck/solcheck/analyzers/near"
)

// The exit statuses.
const (
	statusClean    = 0 // nothing at --fail-on or worse
	statusFindings = 1 // something at --fail-on or worse
	statusFailed   = 2 // it could not do its work
)

// errFindings ends a run that did its work and found what fails it. It is never
// shown.
var errFindings = errors.New("findings at or above the threshold")

// Main runs the command with its arguments, without the program's name, and
// returns its exit status. Findings and what else was asked for go to stdout,
// everything else goes to stderr.
func Main(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	c := &console{stdout: stdout, stderr: stderr}
	root := c.root()
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	switch {
	case err == nil:
		return statusClean
	case errors.Is(err, errFindings):
		return statusFindings
	case ctx.Err() != nil:
		err = errors.New("interrupted")
	}
	_, _ = fmt.Fprintf(stderr, "solcheck: %v\n", err) // there is no place left to tell of a failure
	return statusFailed
}

// A console is where a command talks to its user.
type console struct {
	stdout, stderr io.Writer
	color          string // --color: auto, always or never
}

func (c *console) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "solcheck",
		Short: "The offline checker for Power Platform packages",
		Long: `solcheck checks solutions, apps, connectors and packages of Power Platform and
Dataverse: offline, by Microsoft's published rules and its own.`,
		Example: `  solcheck check MySolution_1_0_0_0.zip
  solcheck check --format sarif=solcheck.sarif src/
  solcheck explain meta-remove-dup-reg`,
		Version:       buildVersion(),
		Args:          cobra.ArbitraryArgs,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE:          noCommand,
	}
	root.SetOut(c.stdout)
	root.SetErr(c.stderr)
	root.SetVersionTemplate("{{.Version}}\n")
	root.SetFlagErrorFunc(flagError)
	root.CompletionOptions.DisableDefaultCmd = true
	root.PersistentFlags().StringVar(&c.color, "color", "auto", "`WHEN` to colour: auto, always or never")
	root.AddCommand(c.check(), c.rules(), c.explain(), c.merge(), c.compare(), c.initialize(), c.completion(), c.version())
	completeWords(root, "color", colorModes)
	return root
}

// noCommand runs where the first argument is no command.
func noCommand(root *cobra.Command, args []string) error {
	if len(args) == 0 {
		return fmt.Errorf("no command is given; to check something write \"solcheck check PATH\"\n\n%s", root.UsageString())
	}
	var names []string
	for _, c := range root.Commands() {
		names = append(names, c.Name())
	}
	if hint := near.Hint(args[0], names); hint != "" {
		return fmt.Errorf("no command is named %q%s", args[0], hint)
	}
	return fmt.Errorf("no command is named %q; the commands are %s, and to check something write \"solcheck check %s\"",
		args[0], strings.Join(names, ", "), args[0])
}

// flagError says what is wrong with a flag and what to do.
func flagError(cmd *cobra.Command, err error) error {
	var (
		unknown *pflag.NotExistError
		invalid *pflag.InvalidValueError
	)
	if errors.As(err, &invalid) && invalid.GetFlag().Value.Type() == "int" {
		return fmt.Errorf("--%s takes a whole number; %q is none", invalid.GetFlag().Name, invalid.GetValue())
	}
	if !errors.As(err, &unknown) {
		return fmt.Errorf("%w; see \"%s --help\"", err, cmd.CommandPath())
	}
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, "--"+f.Name) })
	name := "--" + unknown.GetSpecifiedName()
	if unknown.GetSpecifiedShortnames() != "" {
		name = "-" + unknown.GetSpecifiedName()
	}
	if hint := near.Hint(name, names); hint != "" {
		return fmt.Errorf("there is no flag %s%s", name, hint)
	}
	return fmt.Errorf("there is no flag %s; \"%s --help\" lists the flags", name, cmd.CommandPath())
}

// noArguments refuses arguments, with a message in plain words.
func noArguments(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return fmt.Errorf("\"%s\" takes no arguments; %q is too many", cmd.CommandPath(), args[0])
	}
	return nil
}
