package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/solcheck/solcheck/internal/logs"
	"github.com/solcheck/solcheck/internal/report"
	"github.com/solcheck/solcheck/sarif"
)

func (c *console) merge() *cobra.Command {
	var output, runID string
	cmd := &cobra.Command{
		Use:   "merge [flags] LOG...",
		Short: "Join SARIF logs of several runs into one",
		Long: `Join SARIF logs into one: those of solcheck, and those that Microsoft's checker
service leaves, as they are or in the zip that they come in. Runs that GitHub
would not take beside each other become one, and a result that is there twice is
written once.`,
		Example: `  solcheck merge --output all.sarif core.sarif apps.sarif
  solcheck merge --run-id nightly shards/*.sarif > all.sarif
  solcheck merge ours.sarif CodeAnalysisLogs/results.zip > all.sarif`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return errors.New("name the SARIF logs to join, as in \"solcheck merge a.sarif b.zip\"")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return c.runMerge(output, runID, args) },
	}
	cmd.Flags().StringVarP(&output, "output", "o", "", "`FILE` to write; standard output where there is none")
	cmd.Flags().StringVar(&runID, "run-id", "", "make one run of this `NAME` of all runs of a tool")
	return cmd
}

func (c *console) runMerge(output, runID string, paths []string) error {
	if output != "" {
		if err := writable(output); err != nil {
			return err
		}
	}
	list, err := openLogs(paths)
	if err != nil {
		return err
	}
	var done logs.Merged
	write := func(w io.Writer) (err error) {
		done, err = logs.Merge(w, list, runID)
		return err
	}
	if output == "" {
		w := bufio.NewWriterSize(c.stdout, 1<<16)
		err = errors.Join(write(w), w.Flush())
	} else {
		err = report.Save(output, write)
	}
	if err != nil {
		return err
	}
	text := count(done.Results, "result") + " in " + count(done.Runs, "run")
	if done.Doubles > 0 {
		text += fmt.Sprintf(", %d left out because they were there already", done.Doubles)
	}
	if done.Runs > sarif.MaxRuns {
		text += fmt.Sprintf("; GitHub takes at most %d runs of a file: --run-id makes one of them", sarif.MaxRuns)
	}
	return c.note("%s\n", text)
}

// openLogs opens all logs at the paths.
func openLogs(paths []string) ([]logs.Log, error) {
	var all []logs.Log
	for _, p := range paths {
		list, err := logs.Open(p)
		if err != nil {
			return nil, err
		}
		all = append(all, list...)
	}
	return all, nil
}
