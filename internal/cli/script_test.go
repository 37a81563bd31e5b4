package cli_test

import (
	"archive/zip"
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/solcheck/solcheck/internal/cli"
)

var update = flag.Bool("update", false, "rewrite the golden files with what the command prints")

const transcript = "transcript"

// TestScripts runs the scripts of testdata. Each is a txtar archive: what it is
// about as its comment, files, and a transcript. "!/" in a file's name leads into
// a zip. A line of the transcript that begins with "$ " is a command: solcheck,
// cat, which shows a file, or count, which counts a word in one. What is under it is standard output, then standard
// error with "2> " before each line, then the exit status in brackets if it is
// not 0.
func TestScripts(t *testing.T) {
	scripts, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(scripts) == 0 {
		t.Fatalf("there are no scripts: %v", err)
	}
	for _, name := range scripts {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) { runScript(t, name) })
	}
}

func runScript(t *testing.T, name string) {
	t.Helper()
	name, err := filepath.Abs(name)
	if err != nil {
		t.Fatal(err)
	}
	archive, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	script := -1
	members := make(map[string][]txtar.File) // of zips
	for i, f := range archive.Files {
		outer, inner, zipped := strings.Cut(f.Name, "!/")
		switch {
		case f.Name == transcript:
			script = i
		case zipped:
			members[outer] = append(members[outer], txtar.File{Name: inner, Data: f.Data})
		default:
			place(t, filepath.Join(dir, f.Name), f.Data)
		}
	}
	for outer, files := range members {
		place(t, filepath.Join(dir, outer), pack(t, files))
	}
	if script < 0 {
		t.Fatal("the script has no transcript")
	}
	place(t, filepath.Join(dir, ".git"), nil) // the search for a configuration ends here
	t.Chdir(dir)
	before := archive.Files[script].Data
	after := replay(string(before))
	if diff := cmp.Diff(string(before), after); diff != "" && !*update {
		t.Errorf("the transcript differs; go test with -update rewrites it (-want +got)\n%s", diff)
	}
	if *update {
		archive.Files[script].Data = []byte(after)
		place(t, name, txtar.Format(archive))
	}
}

// replay runs the commands of a transcript and returns the transcript of that.
func replay(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		command, isCommand := strings.CutPrefix(strings.TrimSuffix(line, "\n"), "$ ")
		if isCommand {
			b.WriteString("$ " + command + "\n")
			b.WriteString(run(strings.Fields(command)))
		}
	}
	return b.String()
}

// run runs one command and returns its outcome as transcripts have it.
func run(words []string) string {
	var stdout, stderr bytes.Buffer
	status := 0
	switch words[0] {
	case "solcheck":
		status = cli.Main(context.Background(), words[1:], &stdout, &stderr)
	case "cat":
		text, err := os.ReadFile(words[1])
		if err != nil {
			fmt.Fprintln(&stderr, err)
		}
		stdout.Write(text)
	case "count": // in how many places a file has a word
		text, err := os.ReadFile(words[2])
		if err != nil {
			fmt.Fprintln(&stderr, err)
		}
		fmt.Fprintln(&stdout, strings.Count(string(text), words[1]))
	default:
		fmt.Fprintf(&stderr, "a transcript has no command %q\n", words[0])
	}
	var b strings.Builder
	b.WriteString(rulesPattern.ReplaceAllString(ended(stdout.String()), "checked by all rules"))
	for line := range strings.Lines(ended(stderr.String())) {
		b.WriteString(strings.TrimRight("2> "+line, " \n") + "\n")
	}
	if status != 0 {
		fmt.Fprintf(&b, "[%d]\n", status)
	}
	return b.String()
}

// rulesPattern is how many rules there are, which is not what the scripts are
// about.
var rulesPattern = regexp.MustCompile(`checked by \d\d+ rules`)

// ended returns text with an end to its last line.
func ended(text string) string {
	if text == "" || strings.HasSuffix(text, "\n") {
		return text
	}
	return text + "\n"
}

func place(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o750); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// pack makes a zip.
func pack(t *testing.T, files []txtar.File) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range files {
		entry, err := w.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Deflate})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := entry.Write(f.Data); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
