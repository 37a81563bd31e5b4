package cli_test

import (
	"bytes"
	"os"
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/solcheck/solcheck/internal/cli"
)

func TestManualIsFresh(t *testing.T) {
	t.Parallel()
	var page bytes.Buffer
	if err := cli.WriteManual(&page); err != nil {
		t.Fatal(err)
	}
	const file = "../../docs/solcheck.1"
	before, err := os.ReadFile(file)
	if err != nil && !*update {
		t.Fatal(err)
	}
	if *update {
		place(t, file, page.Bytes())
	} else if diff := cmp.Diff(string(before), page.String()); diff != "" {
		t.Errorf("%s is stale; run \"go run ./internal/manpage\" (-file +commands)\n%s", file, diff)
	}
	known := regexp.MustCompile(`(?m)^\.(TH|SH|SS|PP|TP|B|br|nf|fi|\\") ?`)
	for line := range bytes.Lines(page.Bytes()) {
		if line[0] == '.' && !known.Match(line) {
			t.Errorf("man would take this for a command: %s", line)
		}
	}
}
