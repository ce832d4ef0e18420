package main

import (
	"bytes"
	"fmt"
	"strings"
)

const introduction = `# Evidence

What the rules say happens was put before real software. Each experiment has two folders of configuration files below
` + "`tools/lab/experiments`" + `: kcfglint reports the flagged one with exactly the rules of the table, and has nothing to say
of the mended one. The same program is run with the files of each, the same brokers fail at the same moment, and the
numbered records are counted at the end. ` + "`make lab`" + ` runs all of it and writes this page; it fails if the flagged files do no
harm or the mended ones do. The commands below run one experiment again, after ` + "`make build`" + `.

- Lost: records that the application gave to the client and that are not in the topic, or were never processed. In
  brackets: how many of these came back with an error, so that an application which looks at the result could send
  them again. All others were lost without any error.
- Twice: records that are in the topic, or were processed, more than once.
- Out of order: records that stand behind one that was sent after them, in the same partition.

`

// evidence returns the page with the table.
func evidence(results []result, java string) []byte {
	var b bytes.Buffer
	b.WriteString(introduction)
	fmt.Fprintf(&b, "Three brokers and a controller of Kafka %s (KRaft), clients %s unless an experiment names others, %s, one machine.\n", newest, newest, java)
	b.WriteString("Where the moment of a failure decides, a count differs a little from run to run.\n\n")
	b.WriteString("| Experiment | Rules | Records | Flagged: lost | twice | out of order | Mended: lost | twice | out of order |\n")
	b.WriteString("|---|---|--:|--:|--:|--:|--:|--:|--:|\n")
	for _, r := range results {
		fmt.Fprintf(&b, "| [%s](#%s) | %s | %d | %s | %d | %d | %s | %d | %d |\n", r.name, r.name, links(r.rules), r.flagged.Sent,
			lost(r.flagged), r.flagged.Duplicated, r.flagged.Reordered, lost(r.mended), r.mended.Duplicated, r.mended.Reordered)
	}
	for _, r := range results {
		fmt.Fprintf(&b, "\n## %s\n\n%s\n\n", r.name, strings.TrimSpace(r.about))
		if r.release != "" {
			fmt.Fprintf(&b, "Clients: %s. ", r.release)
		}
		fmt.Fprintf(&b, "Files: [flagged](../tools/lab/experiments/%[1]s/flagged), [mended](../tools/lab/experiments/%[1]s/mended).\n"+
			"Again: `go -C tools/lab run . -only %[1]s`\n", r.name)
	}
	return b.Bytes()
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
