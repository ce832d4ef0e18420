package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
)

const (
	brokers = 3
	heap    = "320m" // of each node
	// clusterID is any UUID in base64.
	clusterID = "a2NmZ2xpbnQtbGFiLTAwMQ"
	// controllerID is the id of the node that is no broker.
	controllerID = 100
)

// cluster is three brokers and a controller of their own, so that brokers can be stopped,
// paused and killed in any number while somebody still elects leaders. Each broker
// listens a second time for clients that come through a proxy: there it advertises the
// port at which the proxy of an experiment listens.
type cluster struct {
	dir        string
	classpath  string
	controller *node
	brokers    []*node // by id, from 1 on
	proxied    []int   // the second ports of the brokers
	proxies    []int   // the ports of the proxies
}

// startCluster starts a cluster in a directory, which is its own from then on.
func startCluster(ctx context.Context, dir, classpath string) (c *cluster, err error) {
	c = &cluster{dir: dir, classpath: classpath}
	defer func() {
		if err != nil {
			c.close()
		}
	}()
	ports, err := freePorts(1 + 3*brokers)
	if err != nil {
		return nil, err
	}
	c.controller = &node{id: controllerID, dir: filepath.Join(dir, "controller"), port: ports[0], settings: controllerSettings(ports[0])}
	for i := range brokers {
		own := ports[1+3*i : 4+3*i]
		n := &node{id: i + 1, dir: filepath.Join(dir, fmt.Sprintf("broker-%d", i+1)), port: own[0]}
		n.settings = brokerSettings(n.id, ports[0], own[0], own[1], own[2])
		c.brokers, c.proxied, c.proxies = append(c.brokers, n), append(c.proxied, own[1]), append(c.proxies, own[2])
	}
	for _, n := range c.nodes() {
		n.settings["log.dirs"] = filepath.Join(n.dir, "data")
	}
	if err := c.each(func(n *node) error { return n.format(ctx, classpath, clusterID) }); err != nil {
		return nil, err
	}
	return c, c.each(func(n *node) error { return n.start(ctx, classpath) })
}

func (c *cluster) nodes() []*node { return append([]*node{c.controller}, c.brokers...) }

// each does something with all nodes at once.
func (c *cluster) each(do func(*node) error) error {
	var wg sync.WaitGroup
	errs := make([]error, 1+len(c.brokers))
	for i, n := range c.nodes() {
		wg.Go(func() { errs[i] = do(n) })
	}
	wg.Wait()
	return errors.Join(errs...)
}

// act does to a broker what an experiment asks for.
func (c *cluster) act(ctx context.Context, verb string, id int) error {
	if id < 1 || id > len(c.brokers) {
		return fmt.Errorf("no broker %d", id)
	}
	n := c.brokers[id-1]
	switch verb {
	case "start":
		return n.start(ctx, c.classpath)
	case "stop":
		return n.signal(syscall.SIGTERM)
	case "kill":
		return n.signal(syscall.SIGKILL)
	case "pause":
		return n.signal(syscall.SIGSTOP)
	case "resume":
		return n.signal(syscall.SIGCONT)
	case "wipe": // the disk is lost
		if n.running() {
			return fmt.Errorf("broker %d runs", id)
		}
		if err := os.RemoveAll(n.settings["log.dirs"]); err != nil {
			return err
		}
		return n.format(ctx, c.classpath, clusterID)
	}
	return fmt.Errorf("unknown verb %q", verb)
}

// heal brings all brokers back that an experiment left paused or dead.
func (c *cluster) heal(ctx context.Context) error {
	return c.each(func(n *node) error {
		if n.running() {
			return n.signal(syscall.SIGCONT)
		}
		return n.start(ctx, c.classpath)
	})
}

// close ends all processes and deletes what they wrote.
func (c *cluster) close() error {
	err := c.each(func(n *node) error {
		if n == nil || !n.running() {
			return nil
		}
		return n.signal(syscall.SIGKILL)
	})
	return errors.Join(err, os.RemoveAll(c.dir))
}

// bootstrap returns the addresses of the brokers.
func (c *cluster) bootstrap() string {
	var all []string
	for _, n := range c.brokers {
		all = append(all, address(n.port))
	}
	return strings.Join(all, ",")
}

// routes returns, for every broker, the port of its proxy and the port behind it.
func (c *cluster) routes() string {
	var all []string
	for i := range c.brokers {
		all = append(all, fmt.Sprintf("%d=%d", c.proxies[i], c.proxied[i]))
	}
	return strings.Join(all, ",")
}

func controllerSettings(port int) map[string]string {
	settings := map[string]string{
		"process.roles": "controller",
		"node.id":       fmt.Sprint(controllerID),
		"listeners":     "CONTROLLER://" + address(port),
	}
	maps.Copy(settings, common(port))
	return settings
}

func brokerSettings(id, controller, port, proxied, proxy int) map[string]string {
	settings := map[string]string{
		"process.roles":                            "broker",
		"node.id":                                  fmt.Sprint(id),
		"listeners":                                fmt.Sprintf("PLAINTEXT://%s,PROXIED://%s", address(port), address(proxied)),
		"advertised.listeners":                     fmt.Sprintf("PLAINTEXT://%s,PROXIED://%s", address(port), address(proxy)),
		"inter.broker.listener.name":               "PLAINTEXT",
		"num.network.threads":                      "2",
		"num.io.threads":                           "4",
		"log.cleaner.backoff.ms":                   "1000",
		"log.cleaner.min.cleanable.ratio":          "0.01",
		"log.cleaner.dedupe.buffer.size":           "4194304",
		"log.retention.check.interval.ms":          "2000",
		"offsets.topic.num.partitions":             "3",
		"transaction.state.log.num.partitions":     "3",
		"offsets.topic.replication.factor":         "3",
		"transaction.state.log.replication.factor": "3",
		// An experiment waits for offsets to expire.
		"offsets.retention.minutes":           "1",
		"offsets.retention.check.interval.ms": "5000",
		"group.initial.rebalance.delay.ms":    "0",
		// An experiment has transactions of half an hour, others wait for them to time out.
		"transaction.max.timeout.ms":                                  "3600000",
		"transaction.abort.timed.out.transaction.cleanup.interval.ms": "1000",
		"broker.heartbeat.interval.ms":                                "1000",
	}
	maps.Copy(settings, common(controller))
	return settings
}

// common is what brokers and the controller must agree on.
func common(controller int) map[string]string {
	return map[string]string{
		"controller.quorum.voters":       fmt.Sprintf("%d@%s", controllerID, address(controller)),
		"controller.listener.names":      "CONTROLLER",
		"listener.security.protocol.map": "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,PROXIED:PLAINTEXT",
		"default.replication.factor":     "3",
		"min.insync.replicas":            "2",
		"auto.create.topics.enable":      "false",
		// Leaders stay where an experiment put them.
		"auto.leader.rebalance.enable": "false",
		// A third less than the default, so that dead brokers are found sooner.
		"broker.session.timeout.ms": "6000",
	}
}

// freePorts returns ports of 127.0.0.1 that nobody listens at.
func freePorts(n int) ([]int, error) {
	var ports []int
	for range n {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return nil, err
		}
		defer l.Close()
		ports = append(ports, l.Addr().(*net.TCPAddr).Port)
	}
	return ports, nil
}
