package main

import (
	"cmp"
	"fmt"
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

// newestPatches keeps the newest release of every minor from the oldest on, ascending.
func newestPatches(all []string, oldest Version) []Version {
	newest := map[[2]int]Version{}
	for _, text := range all {
		v, ok := parseVersion(text)
		if !ok || compareVersions(v, oldest) < 0 {
			continue
		}
		if minor := [2]int{v[0], v[1]}; compareVersions(v, newest[minor]) >= 0 {
			newest[minor] = v
		}
	}
	var out []Version
	for _, v := range newest {
		out = append(out, v)
	}
	slices.SortFunc(out, compareVersions)
	return out
}

// pick keeps the releases of the named minors; "newest" is the last.
func pick(all []Version, names []string) []Version {
	if len(names) == 0 {
		return all
	}
	var out []Version
	for i, v := range all {
		if slices.Contains(names, v.Minor()) || i == len(all)-1 && slices.Contains(names, "newest") {
			out = append(out, v)
		}
	}
	return out
}
