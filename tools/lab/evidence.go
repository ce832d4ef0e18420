package main

import (
	"bytes"
	"fmt"
	"strings"
)

const introduction = `# Evidence

What the rules say happens was put before real software. Each experiment has two folders of configuration files below
` + "`tools/lab/experiments`" + `: kcfglint reports the flagged one with exactly the rules of the table, and has nothing to say
of the mended one. The same program is run with the files of each, the same brokers or processes fail at the same moment,
and the numbered records are counted at the end. ` + "`make lab`" + ` runs all of it and writes this page; it fails if the flagged files do no
harm or the mended ones do. The commands below run one experiment again, after ` + "`make build`" + `.

- Lost: records that the application gave to the client and that are not in the topic, or were never processed. In
  brackets: how many of these came back with an error, so that an application which looks at the result could send
  them again. All others were lost without any error.
- Twice: records that are in the topic, or were processed, more than once.
- Out of order: records that stand behind one that was sent after them, in the same partition.
- Stalled: records that are still in their topic and are not lost, but the application does not go on, or does not start.

`

// chapters are those of the page: what runs with whose software.
var chapters = []struct {
	software
	title, about string
}{
	{kafka, "Kafka", "Three brokers and a controller of Kafka " + newest + " (KRaft), clients " + newest + " unless an experiment names others."},
	{flink, "Flink", `
Jobs in SQL between topics of the same brokers. Flink ` + newestFlink + ` (a MiniCluster in a process of its own, which is killed where
a job fails) with its Kafka connector ` + connectors[newestFlink] + ` unless an experiment names others. Flink itself reads the
configuration and the SQL of the folders. What is processed comes out in a topic, and there it is counted. Where a job writes to
Elasticsearch, a server in the lab's own program stands in for it: it answers Flink's sink (connector 3.0.1-1.17) as Elasticsearch does,
fails as told, and its documents are counted.`},
}

// evidence returns the page with the tables.
func evidence(results []result, java string) []byte {
	var b bytes.Buffer
	b.WriteString(introduction)
	fmt.Fprintf(&b, "One machine, %s. Where the moment of a failure decides, a count differs a little from run to run.\n", java)
	for _, c := range chapters {
		fmt.Fprintf(&b, "\n## %s\n\n%s\n\n", c.title, strings.TrimSpace(c.about))
		b.WriteString("| Experiment | Rules | Records | Flagged: lost | twice | out of order | stalled | Mended: lost | twice | out of order |\n")
		b.WriteString("|---|---|--:|--:|--:|--:|--:|--:|--:|--:|\n")
		for _, r := range results {
			if r.software == c.software {
				fmt.Fprintf(&b, "| [%s](#%s) | %s | %d | %s | %d | %d | %d | %s | %d | %d |\n", r.name, r.name, links(r.rules), r.Flagged.Sent,
					lost(r.Flagged), r.Flagged.Duplicated, r.Flagged.Reordered, r.Flagged.Stalled, lost(r.Mended), r.Mended.Duplicated, r.Mended.Reordered)
			}
		}
		for _, r := range results {
			if r.software == c.software {
				section(&b, r)
			}
		}
	}
	return b.Bytes()
}

// section says what an experiment does, and how it is run again.
func section(b *bytes.Buffer, r result) {
	fmt.Fprintf(b, "\n### %s\n\n%s\n\n", r.name, strings.TrimSpace(r.about))
	if r.release != "" {
		what := "Clients"
		if r.software == flink {
			what = "Flink"
		}
		fmt.Fprintf(b, "%s: %s. ", what, r.release)
	}
	fmt.Fprintf(b, "Files: [flagged](../tools/lab/experiments/%[1]s/flagged), [mended](../tools/lab/experiments/%[1]s/mended).\n"+
		"Again: `go -C tools/lab run . -only %[1]s`\n", r.name)
}

func lost(c counts) string {
	if c.Told == 0 {
		return fmt.Sprint(c.Lost)
	}
	return fmt.Sprintf("%d (%d)", c.Lost, c.Told)
}

func links(rules []string) string {
	var all []string
	for _, id := range rules {
		all = append(all, fmt.Sprintf("[%[1]s](rules/%[1]s.md)", id))
	}
	return strings.Join(all, " ")
}
