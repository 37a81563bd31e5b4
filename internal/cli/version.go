package cli

import (
	"fmt"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"
)

func (c *console) version() *cobra.Command {
	return &cobra.Command{
		Use:               "version",
		Short:             "Print the version",
		Args:              noArguments,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintln(c.stdout, buildVersion())
			return err
		},
	}
}

// buildVersion describes the running program.
func buildVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		info = new(debug.BuildInfo)
	}
	return describeBuild(info)
}

// toolVersion is the version alone, as reports have it.
func toolVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		info = new(debug.BuildInfo)
	}
	return moduleVersion(info)
}

// moduleVersion returns the module's version without the "v", "0.0.0-dev" for a
// program that was not built from a tagged module.
func moduleVersion(info *debug.BuildInfo) string {
	v := info.Main.Version
	if v == "" || v == "(devel)" {
		return "0.0.0-dev"
	}
	return strings.TrimPrefix(v, "v")
}

func describeBuild(info *debug.BuildInfo) string {
	settings := make(map[string]string, len(info.Settings))
	for _, s := range info.Settings {
		settings[s.Key] = s.Value
	}
	parts := []string{"solcheck " + moduleVersion(info)}
	if revision := settings["vcs.revision"]; revision != "" {
		commit := "commit " + revision[:min(12, len(revision))]
		if settings["vcs.modified"] == "true" {
			commit += " with changes"
		}
		parts = append(parts, commit)
	}
	if info.GoVersion != "" {
		parts = append(parts, strings.Join([]string{info.GoVersion, settings["GOOS"] + "/" + settings["GOARCH"]}, " "))
	}
	return strings.Join(parts, ", ")
}
