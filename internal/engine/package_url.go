package engine

import (
	"fmt"
	"net/url"
	"strings"
	"time"
)

// minLife is how long the address must still be good: a month, by Microsoft's page
// on storing the package.
const minLife = 30 * 24 * time.Hour

// urlFaults tells what is wrong with the address of a package in Azure storage that
// is entered in Partner Center, each as a sentence. The address is read and not
// followed. It must be an https address with a shared access signature that allows
// reading and nothing else, to everybody, and for a month from today on.
func urlFaults(address, today string) []string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Host == "" {
		return []string{"The address of the package is none: write the whole of it, with https://."}
	}
	var faults []string
	say := func(format string, args ...any) {
		faults = append(faults, "The address of the package "+fmt.Sprintf(format, args...))
	}
	if u.Scheme != "https" {
		say("begins with %q; it must be https.", u.Scheme+"://")
	}
	if !strings.HasSuffix(strings.ToLower(u.Path), ".zip") {
		say("does not lead to a .zip.")
	}
	q := u.Query()
	if q.Get("sig") == "" {
		say("has no signature (sig), so the reviewers cannot read it; make a shared access signature for the blob.")
		return faults
	}
	if allowed := q.Get("sp"); allowed != "" && allowed != "r" {
		say("allows more or other than reading (sp=%s); sign it for reading alone (sp=r).", allowed)
	} else if allowed == "" && q.Get("si") == "" {
		say("does not tell what it allows (sp); sign it for reading alone (sp=r).")
	}
	if kind := q.Get("sr"); kind == "c" {
		say("opens the whole container (sr=c); sign the blob alone (sr=b).")
	}
	if q.Get("sip") != "" {
		say("is good for some machines only (sip), and the reviewers have others; leave that out.")
	}
	return append(faults, expiryFaults(q, today)...)
}

// expiryFaults tells what is wrong with the time that a signature is good for.
func expiryFaults(q url.Values, today string) []string {
	now, err := time.Parse(time.DateOnly, today)
	if err != nil {
		now = time.Time{}
	}
	var faults []string
	if text := q.Get("st"); text != "" {
		if start, ok := sasTime(text); ok && !now.IsZero() && start.After(now.AddDate(0, 0, 1)) {
			faults = append(faults, fmt.Sprintf("The address of the package is not good before %s (st).", start.Format(time.DateOnly)))
		}
	}
	text := q.Get("se")
	end, ok := sasTime(text)
	switch {
	case text == "" && q.Get("si") != "": // the stored policy tells it
	case text == "":
		faults = append(faults, "The address of the package does not tell until when it is good (se).")
	case !ok:
		faults = append(faults, fmt.Sprintf("The address of the package is good until %q (se), which is no time.", text))
	case !now.IsZero() && end.Before(now):
		faults = append(faults, fmt.Sprintf("The address of the package was good until %s (se); sign it again, for a month and more.", end.Format(time.DateOnly)))
	case !now.IsZero() && end.Before(now.Add(minLife)):
		faults = append(faults, fmt.Sprintf("The address of the package is good until %s (se), which is less than a month; sign it for longer.", end.Format(time.DateOnly)))
	}
	return faults
}

// sasTime reads a time of a signature: one of the forms of ISO 8601 that Azure
// storage takes.
func sasTime(text string) (time.Time, bool) {
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04Z", "2006-01-02"} {
		if t, err := time.Parse(layout, text); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}
