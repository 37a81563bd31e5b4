package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"github.com/solcheck/solcheck/internal/artifact"
	"github.com/solcheck/solcheck/internal/config"
	"github.com/solcheck/solcheck/internal/engine"
	"github.com/solcheck/solcheck/rules"
)

var progressModes = []string{"auto", "never"}

// checkFlags are the flags of check as they were given.
type checkFlags struct {
	formats           []string
	ruleset           string
	only, disable     []string
	severity          []string
	threshold         []string
	exclude           []string
	failOn            string
	baseline          string
	writeBaseline     string
	previous          string
	sourceMap         string
	includeSuppressed bool
	thirdParty        bool
	fix               string
	runID             string
	packageURL        string
	enforce           string
	config            string
	jobs              int
	quiet             bool
	progress          string
	maxInflated       string
	maxMember         string
	maxEntries        int
	maxDepth          int
	maxRatio          int
	pac               pacFlags
}

func (c *console) check() *cobra.Command {
	var f checkFlags
	cmd := &cobra.Command{
		Use:   "check [flags] PATH...",
		Short: "Check packages, unpacked solutions, or folders that hold some",
		Long: `Check what lies at each PATH: a solution zip, an unpacked solution, a deployment
or AppSource package, a connector, a canvas app, or a folder or zip that holds
some of these. Everything is recognised by what is in it and not by its name.

The exit status is 0 if nothing at --fail-on or worse was found, 1 if something
was, and 2 if solcheck could not do its work.

The formats are

` + formatList(),
		Example: `  solcheck check MySolution_1_0_0_0.zip
  solcheck check --ruleset solution-checker --format text --format sarif=out.sarif .
  solcheck check --only meta-remove-dup-reg,meta-avoid-reg-retrieve src/
  solcheck check --write-baseline debt.json . && solcheck check --baseline debt.json .
  solcheck check --ruleset appsource Contoso_Visits.zip
  solcheck check --enforce block MySolution_1_0_0_0_managed.zip
  solcheck check --severity meta-remove-dup-reg=medium --fail-on medium src/
  solcheck check --ruleset all --threshold form-limit-tabs=12 src/`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return errors.New("name what to check: a package, an unpacked solution, or a folder that holds some, as in \"solcheck check .\"")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error { return c.runCheck(cmd.Context(), f, args) },
	}
	f.declare(cmd)
	return cmd
}

// declare adds the flags to the command.
func (f *checkFlags) declare(cmd *cobra.Command) {
	set := cmd.Flags()
	set.SortFlags = false
	set.StringArrayVar(&f.formats, "format", nil, "`FORMAT[=FILE]` to write, see above; repeatable (default text)")
	set.StringVar(&f.ruleset, "ruleset", "", "`NAME` of a ruleset, or one of Microsoft's GUIDs (default recommended)")
	set.StringSliceVar(&f.only, "only", nil, "judge by the rules `ID,...` alone")
	set.StringSliceVar(&f.disable, "disable", nil, "never judge by the rules `ID,...`")
	set.StringArrayVar(&f.severity, "severity", nil, "`ID=LEVEL`, or a file of overrides in Microsoft's form; repeatable")
	set.StringArrayVar(&f.threshold, "threshold", nil, "`ID=NUMBER` that the rule ID lets pass; repeatable")
	set.StringArrayVar(&f.exclude, "exclude", nil, "report nothing of members that match `PATTERN`; repeatable")
	set.StringVar(&f.failOn, "fail-on", "", "fail on findings of `LEVEL` or worse, or none (default high)")
	set.StringVar(&f.baseline, "baseline", "", "`FILE` of known findings, which are not reported")
	set.StringVar(&f.writeBaseline, "write-baseline", "", "write what is found to `FILE` as known findings")
	set.StringVar(&f.previous, "previous", "", "`PATH` of the version before, for rules that compare")
	set.StringVar(&f.sourceMap, "source-map", "", "`FILE` that leads from members to files of the repository")
	set.BoolVar(&f.includeSuppressed, "include-suppressed", false, "write suppressed and known findings to SARIF, marked as such")
	set.BoolVar(&f.thirdParty, "third-party", false, "judge the code of known libraries and bundles line by line too")
	set.StringVar(&f.fix, "fix", "", "repair in `MODE` apply, sources on disk, or print the repairs in mode diff")
	set.Lookup("fix").NoOptDefVal = fixApply
	set.StringVar(&f.runID, "run-id", "", "`NAME` that keeps this SARIF apart from others of one commit")
	set.StringVar(&f.packageURL, "package-url", "", "`ADDRESS` of the AppSource package in storage, to look at")
	set.StringVar(&f.enforce, "enforce", "", "ask a managed environment in `MODE`: block or warn")
	set.StringVar(&f.config, "config", "", "`FILE` to configure by (default .solcheck.yaml, upward from each PATH)")
	set.IntVar(&f.jobs, "jobs", 0, "work at `N` things at once (default one a processor)")
	set.BoolVarP(&f.quiet, "quiet", "q", false, "no summary, notes or progress")
	set.StringVar(&f.progress, "progress", "auto", "`WHEN` to show progress on a terminal: auto or never")
	set.StringVar(&f.maxInflated, "max-inflated", "", "inflate at most `SIZE` from one package (default 2GB)")
	set.StringVar(&f.maxMember, "max-member", "", "inflate at most `SIZE` for one member (default 512MB)")
	set.IntVar(&f.maxEntries, "max-entries", 0, "open at most `N` files of one package (default 200000)")
	set.IntVar(&f.maxDepth, "max-depth", 0, "open at most `N` zips in each other (default 8)")
	set.IntVar(&f.maxRatio, "max-ratio", 0, "inflate at most to `N` times the compressed size (default 200)")
	f.pac.declare(cmd)
	completeRules(cmd, "only")
	completeRules(cmd, "disable")
	completeThresholds(cmd, "threshold")
	completeWords(cmd, "ruleset", rulesetNames())
	completeWords(cmd, "format", formatNames())
	completeWords(cmd, "fail-on", config.Thresholds())
	completeWords(cmd, "enforce", enforceModes)
	completeWords(cmd, "progress", progressModes)
	completeWords(cmd, "fix", fixModes)
}

// check refuses flags that could not be carried out.
func (f *checkFlags) check() error {
	if err := writable(f.writeBaseline); err != nil {
		return err
	}
	if err := oneOfWords("--progress", f.progress, progressModes); err != nil {
		return err
	}
	if f.fix == "" {
		return nil
	}
	return oneOfWords("--fix", f.fix, fixModes)
}

// runCheck checks the paths and reports.
func (c *console) runCheck(ctx context.Context, f checkFlags, paths []string) error {
	if err := f.pac.apply(&f); err != nil {
		return err
	}
	if err := c.noteIgnored(f.pac, f.quiet); err != nil {
		return err
	}
	outputs, err := parseOutputs(f.formats)
	if err != nil {
		return err
	}
	if err := f.check(); err != nil {
		return err
	}
	colored, err := c.colored(c.stdout)
	if err != nil {
		return err
	}
	s, err := newSettings(f, paths, rules.All())
	if err != nil {
		return err
	}
	report, err := c.judge(ctx, f, paths, s)
	if err != nil {
		return err
	}
	if report, err = c.repair(ctx, f, paths, s, report); err != nil {
		return err
	}
	if f.fix == fixDiff {
		outputs = toFiles(outputs)
	}
	if err := c.recordBaseline(f, report); err != nil {
		return err
	}
	options := reportOptions(f, s, report)
	options.Color, options.Width = colored, width(c.stdout, 0)
	if err := c.write(outputs, report, options); err != nil {
		return err
	}
	if err := c.asPac(f, outputs, report, options); err != nil {
		return err
	}
	if s.fails(report) {
		return errFindings
	}
	return nil
}

// judge finds what lies at the paths and runs the engine over it.
func (c *console) judge(ctx context.Context, f checkFlags, paths []string, s *settings) (*engine.Report, error) {
	sources, skipped, err := artifact.Find(paths)
	if err != nil {
		return nil, passedOver(err, skipped)
	}
	bar := c.progressBar(f, len(sources))
	s.engine.Progress = bar.show
	s.engine.Today = time.Now().Format(time.DateOnly)
	report, err := engine.Run(ctx, sources, s.engine)
	bar.clear()
	if err != nil {
		return nil, err
	}
	for _, x := range skipped {
		report.NotChecked = append(report.NotChecked, engine.NotChecked{Path: x.Path, Reason: x.Reason})
	}
	slices.SortFunc(report.NotChecked, func(a, b engine.NotChecked) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Reason, b.Reason))
	})
	return report, nil
}

// maxPassed is how many things that were passed over an error tells of.
const maxPassed = 10

// passedOver adds to the error of a path that names nothing known what was looked
// at and passed over.
func passedOver(err error, skipped []artifact.Skipped) error {
	lines := []error{err}
	for i, s := range skipped {
		if i == maxPassed {
			lines = append(lines, fmt.Errorf("  and %d more", len(skipped)-i))
			break
		}
		lines = append(lines, fmt.Errorf("  %s %s", s.Path, s.Reason))
	}
	return errors.Join(lines...)
}

// recordBaseline writes all findings as known ones, where that was asked for,
// and takes them out of the report: it is then that of a run with the baseline
// just written.
func (c *console) recordBaseline(f checkFlags, report *engine.Report) error {
	if f.writeBaseline == "" {
		return nil
	}
	baseline := engine.NewBaseline(report)
	if err := saveBaseline(f.writeBaseline, baseline); err != nil {
		return err
	}
	for i := range report.Findings {
		report.Findings[i].Baseline = engine.Unchanged
	}
	report.Known, report.Findings = append(report.Known, report.Findings...), nil
	if f.quiet {
		return nil
	}
	return c.note("wrote %d known findings to %s\n", len(baseline.Findings), f.writeBaseline)
}
