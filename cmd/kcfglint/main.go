// Command kcfglint lints Kafka and Flink configuration.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"

	"github.com/kcfglint/kcfglint/internal/cli"
)

func main() {
	// A run is short and leaves much garbage behind: collect it less often, unless told otherwise.
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
		debug.SetMemoryLimit(1 << 30)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := cli.Main(ctx, os.Args[1:], cli.Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr})
	stop()
	os.Exit(code)
}
