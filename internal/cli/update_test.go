package cli

import "flag"

// rewriting reports whether the golden files are to be rewritten. The flag is
// declared by the scripts' test.
func rewriting() bool { return flag.Lookup("update").Value.String() == "true" }
