// Command solcheck checks packages of the Power Platform offline.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"github.com/solcheck/solcheck/internal/cli"
)

func main() { os.Exit(run()) }

// run runs the command until it ends or is interrupted. A second interrupt ends
// the process at once.
func run() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop)
	return cli.Main(ctx, os.Args[1:], os.Stdout, os.Stderr)
}
