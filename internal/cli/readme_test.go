package cli_test

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/solcheck/solcheck/internal/cli"
)

const (
	exampleZip = "../../testdata/example/ContosoServiceDesk_1_2_0_3.zip"
	exampleSrc = "../../testdata/example/src"
)

// TestExample compares the example's zip with the files that it is made of.
func TestExample(t *testing.T) {
	t.Parallel()
	var want []txtar.File
	err := fs.WalkDir(os.DirFS(exampleSrc), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := os.ReadFile(filepath.Join(exampleSrc, name))
		want = append(want, txtar.File{Name: name, Data: text})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		place(t, exampleZip, pack(t, want))
	}
	if diff := cmp.Diff(want, unpack(t, exampleZip)); diff != "" {
		t.Errorf("the zip differs from its source; go test with -update makes it anew (-src +zip)\n%s", diff)
	}
}

func unpack(t *testing.T, name string) []txtar.File {
	t.Helper()
	r, err := zip.OpenReader(name)
	if err != nil {
		t.Fatal(err)
	}
	var files []txtar.File
	for _, entry := range r.File {
		member, err := entry.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(member)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, txtar.File{Name: entry.Name, Data: text})
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	return files
}

// TestREADME runs the commands in the README's blocks of kind "console", from the
// top of the repository, and compares what they print with what is there: both
// outputs as a terminal shows them. "go run ./cmd/solcheck" is this program.
func TestREADME(t *testing.T) {
	t.Chdir("../..")
	before, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	var after strings.Builder
	inside, commands := false, 0
	for line := range strings.Lines(string(before)) {
		command, isCommand := strings.CutPrefix(strings.TrimSuffix(line, "\n"), "$ ")
		switch {
		case line == "```console\n":
			inside = true
		case inside && line == "```\n":
			inside = false
		case inside && isCommand:
			commands++
			after.WriteString(line)
			after.WriteString(shown(strings.Fields(command)))
			continue
		case inside:
			continue
		}
		after.WriteString(line)
	}
	if commands == 0 {
		t.Error("the README shows no command")
	}
	if *update {
		place(t, "README.md", []byte(after.String()))
	} else if diff := cmp.Diff(string(before), after.String()); diff != "" {
		t.Errorf("the README shows what the command does not print; go test with -update rewrites it (-README +command)\n%s", diff)
	}
}

// shown returns what a terminal shows of a command.
func shown(words []string) string {
	var out bytes.Buffer
	isGoRun := strings.Join(words[:min(3, len(words))], " ") == "go run ./cmd/solcheck"
	if isGoRun {
		words = append([]string{"solcheck"}, words[3:]...)
	}
	if words[0] != "solcheck" {
		return "" // shown for its own sake, like "go test ./..."
	}
	status := cli.Main(context.Background(), words[1:], &out, &out)
	if status == 1 && isGoRun {
		out.WriteString("exit status 1\n") // which "go run" adds
	}
	return ended(out.String())
}
