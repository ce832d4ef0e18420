package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// version reads "3.9", "3.9.1" or, for Kafka before 1.0, "0.11.0"; "" is nil.
func version(text string) ([]int, error) {
	if text == "" {
		return nil, nil
	}
	parts := strings.Split(text, ".")
	if len(parts) < 2 || len(parts) > 3 {
		return nil, fmt.Errorf("%q is no version of two or three numbers", text)
	}
	v := make([]int, len(parts))
	for i, p := range parts {
		n, err := strconv.Atoi(p)
		if err != nil || n < 0 {
			return nil, fmt.Errorf("%q is no version", text)
		}
		v[i] = n
	}
	return v, nil
}

// before reports whether the range that ends with to lies before the one that begins
// with from: an end of two numbers is the newest patch, a beginning of two the first.
func before(to, from []int) bool {
	to, from = slices.Clone(to), slices.Clone(from)
	for len(to) < 3 {
		to = append(to, 1<<30)
	}
	for len(from) < 3 {
		from = append(from, 0)
	}
	return slices.Compare(to, from) < 0
}
