// Corpus makes one defect at a time in the solutions that the zips below some
// folders hold, in both layouts, and tells where a defect is not found at its place
// or another rule speaks besides.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/solcheck/solcheck/internal/mutation/solutions"
)

func main() {
	if err := run(context.Background(), os.Stdout, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1) //nolint:forbidigo // this is main
	}
}

func run(ctx context.Context, out io.Writer, args []string) error {
	flags := flag.NewFlagSet("corpus", flag.ContinueOnError)
	each := flags.Int("each", 5, "how many solutions each defect is made in")
	only := flags.String("only", "", "the `ids` of the rules whose defects are made, with commas between them")
	if err := flags.Parse(args); err != nil {
		return fmt.Errorf("reading the command line: %w", err)
	}
	sources, err := solutions.Collect(flags.Args())
	if err != nil {
		return err
	}
	defects, _, err := solutions.Defects()
	if err != nil {
		return err
	}
	if *only != "" {
		ids := strings.Split(*only, ",")
		defects = slices.DeleteFunc(defects, func(d *solutions.Defect) bool { return !slices.Contains(ids, d.Rule) })
	}
	f := solutions.Field{Sources: sources, Each: *each}
	n, err := f.Try(ctx, defects, out)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(out, "%d solutions; %d defects made, %d layouts judged, %d not found, %d rules said more besides; %d findings in one layout alone\n",
		len(sources), n.Made, n.Judged, n.Missed, n.Besides, n.Apart)
	if n.Missed+n.Besides+n.Apart > 0 {
		return errors.New("some defects were not found, or more was said than that, or one layout was judged otherwise")
	}
	return err
}
