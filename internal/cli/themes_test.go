package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/kcfglint/kcfglint/internal/guarantee"
)

// themes are the examples of examples/README.md: a folder with configurations that lose,
// double or reorder records, and its mended twin. findings are "FILE RULE" and clients are
// "NAME: DELIVERY, ordered ORDERED, durable DURABLE: CONSEQUENCES" of the broken one.
var themes = []struct {
	name              string
	findings, clients []string
}{
	{
		name: "replicas",
		findings: []string{
			"deploy/kafka.yaml KB001", "deploy/kafka.yaml KB002", "deploy/topics.yaml KT001",
			"ledger/src/main/resources/application.properties KM013", "ledger/src/main/resources/application.properties KM013",
			"terraform/topics.tf KT005", "terraform/topics.tf KT006",
		},
		clients: []string{
			"bookings: exactly-once, ordered yes, durable no: durability",
			"statements: exactly-once, ordered yes, durable no: durability",
		},
	},
	{
		name:     "acks",
		findings: []string{"payments/src/main/resources/application.yml KP002", "till/till-producer.properties KP001"},
		clients: []string{
			"payments: none, ordered no, durable no: duplication durability loss reordering",
			"till-producer: at-most-once, ordered yes, durable no: durability loss",
		},
	},
	{
		name: "retries",
		findings: []string{
			"dunning/dunning-producer.properties KP021", "invoices/invoices-producer.properties KP020",
			"receipts/src/main/resources/application.yml KP018",
		},
		clients: []string{
			"dunning-producer: unknown, ordered yes, durable unknown: loss",
			"invoices-producer: at-most-once, ordered yes, durable unknown: loss",
			"receipts: at-most-once, ordered yes, durable unknown: loss",
		},
	},
	{
		name: "offset-commits",
		findings: []string{
			"accounting/src/main/resources/application.yml KC001", "accounting/src/main/resources/application.yml KC006",
			"shipping/shipping-consumer.properties KC001",
		},
		clients: []string{
			"accounting: none, ordered yes, durable not-applicable: loss",
			"shipping-consumer: unknown, ordered yes, durable not-applicable: loss",
		},
	},
	{
		name:     "idempotence",
		findings: []string{"meters/meters-producer.properties KP006", "tariffs/tariffs-producer.properties KP007"},
		clients: []string{
			"meters-producer: at-least-once, ordered no, durable unknown: duplication reordering",
			"tariffs-producer: at-least-once, ordered no, durable unknown: duplication reordering",
		},
	},
	{
		name:     "transactions",
		findings: []string{"deploy/balances.yaml KC010", "deploy/fees.yaml KP014", "deploy/transfers.yaml KP014"},
		clients: []string{
			"balances-in-0: at-least-once, ordered yes, durable not-applicable: duplication",
			"fees-producer: exactly-once, ordered yes, durable unknown:",
			"transfers: exactly-once, ordered yes, durable unknown:",
		},
	},
}

// TestThemes runs the linter with all defaults on the example of each theme, which has the
// findings that it is there for and no other, and on its twin, which has none. The guarantee
// report says what is lost, and that nothing is in the twin.
func TestThemes(t *testing.T) {
	t.Chdir("../..")
	for _, theme := range themes {
		folder := "examples/" + theme.name
		if got := findingsIn(t, folder, ExitFindings); !slices.Equal(got, theme.findings) {
			t.Errorf("%s:\n%s\nwant\n%s", folder, strings.Join(got, "\n"), strings.Join(theme.findings, "\n"))
		}
		if got := clientsIn(t, folder); !slices.Equal(got, theme.clients) {
			t.Errorf("%s:\n%s\nwant\n%s", folder, strings.Join(got, "\n"), strings.Join(theme.clients, "\n"))
		}
		mended := folder + "-mended"
		if got := findingsIn(t, mended, ExitClean); len(got) > 0 {
			t.Errorf("%s is not clean: %q", mended, got)
		}
		clients := clientsIn(t, mended)
		if len(clients) != len(theme.clients) {
			t.Errorf("%s: %d clients, %s has %d", mended, len(clients), folder, len(theme.clients))
		}
		for _, c := range clients {
			name, gives, _ := strings.Cut(c, ": ")
			if !strings.HasPrefix(gives, "exactly-once, ordered yes") && !strings.HasPrefix(gives, "at-least-once, ordered yes") ||
				strings.Contains(gives, "durable no:") || !strings.HasSuffix(gives, ":") {
				t.Errorf("%s: %s gives %s", mended, name, gives)
			}
		}
	}
}

// findingsIn are the findings in a folder, as "FILE RULE", sorted.
func findingsIn(t *testing.T, folder string, exit int, flags ...string) []string {
	t.Helper()
	var report struct {
		Findings []struct{ File, Rule string }
	}
	runJSON(t, exit, &report, append([]string{"lint", "--format", "json", folder}, flags...)...)
	var list []string
	for _, f := range report.Findings {
		list = append(list, strings.TrimPrefix(f.File, folder+"/")+" "+f.Rule)
	}
	slices.Sort(list)
	return list
}

// clientsIn are the clients in a folder with what they give and what that fails at, without
// what is so by design and what is not in the files. They are sorted.
func clientsIn(t *testing.T, folder string) []string {
	t.Helper()
	var report struct{ Clients []guarantee.Client }
	runJSON(t, ExitClean, &report, "guarantee", "--format", "json", folder)
	var list []string
	for _, c := range report.Clients {
		if !strings.HasPrefix(path.Clean(c.File), folder+"/") {
			t.Errorf("%s is not in %s", c.File, folder)
		}
		var fails []string
		for _, l := range c.Links {
			if l.Rule != "" || l.Certain && l.Set != "" {
				fails = append(fails, l.Of)
			}
		}
		slices.Sort(fails)
		line := fmt.Sprintf("%s: %s, ordered %s, durable %s: %s", c.Name, c.Delivery, c.Ordered, c.Durable, strings.Join(slices.Compact(fails), " "))
		list = append(list, strings.TrimSpace(line))
	}
	slices.Sort(list)
	return list
}

// runJSON runs a command and decodes what it prints.
func runJSON(t *testing.T, exit int, into any, args ...string) {
	t.Helper()
	var out, errs bytes.Buffer
	if code := Main(context.Background(), args, Streams{Out: &out, Err: &errs}); code != exit {
		t.Fatalf("%q: exit code %d: %s%s", args, code, errs.String(), out.String())
	}
	if err := json.Unmarshal(out.Bytes(), into); err != nil {
		t.Fatal(err)
	}
}
