//go:build !unix

package lint_test

import "time"

var begin = time.Now()

// cpuTime returns the time since the tests began.
func cpuTime() time.Duration { return time.Since(begin) }
