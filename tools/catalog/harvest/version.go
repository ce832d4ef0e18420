package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Version is a release: major, minor, patch.
type Version [3]int

// parseVersion reads "3.9.1" and "3.9"; what has other parts (alpha, rc, a fourth number)
// is no release that is read.
func parseVersion(text string) (Version, bool) {
	var v Version
	parts := strings.Split(text, ".")
	if len(parts) < 2 || len(parts) > 3 {
		return v, false
	}
	for i, p := range parts {
		n, err := strconv.Atoi(p)
		if err != nil {
			return v, false
		}
		v[i] = n
	}
	return v, true
}

// String is the release as Maven Central names it.
func (v Version) String() string { return fmt.Sprintf("%d.%d.%d", v[0], v[1], v[2]) }

// Minor is "3.9", which stands for all its patches.
func (v Version) Minor() string { return fmt.Sprintf("%d.%d", v[0], v[1]) }

// Before reports whether v is older than major.minor.
func (v Version) Before(major, minor int) bool {
	return cmp.Or(cmp.Compare(v[0], major), cmp.Compare(v[1], minor)) < 0
}

func compareVersions(a, b Version) int { return slices.Compare(a[:], b[:]) }

// newestPatches keeps the newest release of every minor from the oldest on, ascending,
// that the others have too, if they have the minor at all.
func newestPatches(all []string, oldest Version, others ...[]string) []Version {
	newest := map[string]Version{}
	for _, text := range all {
		v, ok := parseVersion(text)
		if !ok || compareVersions(v, oldest) < 0 || slices.ContainsFunc(others, v.skippedBy) {
			continue
		}
		if compareVersions(v, newest[v.Minor()]) >= 0 {
			newest[v.Minor()] = v
		}
	}
	return slices.SortedFunc(maps.Values(newest), compareVersions)
}

// skippedBy reports whether there are releases of the minor, but not this one.
func (v Version) skippedBy(releases []string) bool {
	return !slices.Contains(releases, v.String()) &&
		slices.ContainsFunc(releases, func(text string) bool { return strings.HasPrefix(text, v.Minor()+".") })
}

// pick keeps the releases of the named minors; "oldest" is the first, "newest" the last.
func pick(all []Version, names []string) []Version {
	if len(names) == 0 {
		return all
	}
	var out []Version
	for i, v := range all {
		if slices.Contains(names, v.Minor()) || i == 0 && slices.Contains(names, "oldest") ||
			i == len(all)-1 && slices.Contains(names, "newest") {
			out = append(out, v)
		}
	}
	return out
}
