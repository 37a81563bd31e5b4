package report

// Visible returns text of a package or of a log as a terminal may show it, with
// everything named that the terminal would obey.
func Visible(s string) string { return visible(s) }
