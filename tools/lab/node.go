package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// node is one process of the cluster. Its data and its log are in dir.
type node struct {
	id       int
	dir      string
	settings map[string]string
	port     int // where it listens
	cmd      *exec.Cmd
	ended    chan struct{} // closed when the process has ended
}

// format writes the configuration and an empty log directory.
func (n *node) format(ctx context.Context, classpath, cluster string) error {
	if err := os.MkdirAll(n.dir, 0o755); err != nil {
		return err
	}
	var text strings.Builder
	for key, value := range n.settings {
		fmt.Fprintf(&text, "%s=%s\n", key, value)
	}
	if err := os.WriteFile(n.file(), []byte(text.String()), 0o644); err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, "nice", "-n", "5", "java", "-Xmx128m", "-cp", classpath,
		"kafka.tools.StorageTool", "format", "--cluster-id", cluster, "--config", n.file())
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("format node %d: %w\n%s", n.id, err, out)
	}
	return nil
}

func (n *node) file() string { return filepath.Join(n.dir, "server.properties") }

// start starts the process and waits until it listens.
func (n *node) start(ctx context.Context, classpath string) error {
	if n.running() {
		return nil
	}
	log, err := os.OpenFile(filepath.Join(n.dir, "server.log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	defer log.Close()
	// Not with ctx: an end of the lab goes through close, and a process group of its own
	// keeps the interrupt of a terminal away.
	n.cmd = exec.Command("nice", "-n", "5", "java", "-Xmx"+heap, "-Xms128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
		"-Djava.io.tmpdir="+n.dir, "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", "-cp", classpath, "kafka.Kafka", n.file())
	n.cmd.Dir, n.cmd.Stdout, n.cmd.Stderr = n.dir, log, log
	n.cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := n.cmd.Start(); err != nil {
		return err
	}
	n.ended = make(chan struct{})
	go func() {
		n.cmd.Wait()
		close(n.ended)
	}()
	deadline := time.Now().Add(2 * time.Minute)
	for time.Now().Before(deadline) {
		if conn, err := net.Dial("tcp", address(n.port)); err == nil {
			return conn.Close()
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-n.ended:
			return fmt.Errorf("node %d ended:\n%s", n.id, n.lastWords())
		case <-time.After(100 * time.Millisecond):
		}
	}
	return fmt.Errorf("node %d does not listen:\n%s", n.id, n.lastWords())
}

func (n *node) running() bool {
	if n.cmd == nil {
		return false
	}
	select {
	case <-n.ended:
		return false
	default:
		return true
	}
}

// signal sends a signal; one that ends the process is waited for.
func (n *node) signal(s syscall.Signal) error {
	if !n.running() {
		return fmt.Errorf("node %d does not run", n.id)
	}
	if err := n.cmd.Process.Signal(s); err != nil && !errors.Is(err, os.ErrProcessDone) {
		return err
	}
	if s != syscall.SIGKILL && s != syscall.SIGTERM {
		return nil
	}
	select {
	case <-n.ended:
		return nil
	case <-time.After(time.Minute):
		n.cmd.Process.Kill()
		return fmt.Errorf("node %d did not end in a minute", n.id)
	}
}

// lastWords returns the end of the log.
func (n *node) lastWords() string {
	text, err := os.ReadFile(filepath.Join(n.dir, "server.log"))
	if err != nil {
		return err.Error()
	}
	return string(text[max(0, len(text)-4000):])
}

func address(port int) string { return fmt.Sprintf("127.0.0.1:%d", port) }
