package policy

import (
	"context"
	"strings"

	"github.com/kcfglint/kcfglint/internal/finding"
)

// durability is the workload under which every advice on safety has its full level.
const durability = "durability"

// purpose says which of the component's workload and data class give a finding a lower
// level than it would have without them, or is empty.
func (t *trials) purpose(ctx context.Context, f *finding.Finding) string {
	workload, class := t.in.Workload, t.in.Component.DataClass
	if f.Severity == finding.Error || (workload == durability || workload == "") && class == "" {
		return ""
	}
	if t.severity(ctx, f, durability, "") <= f.Severity {
		return ""
	}
	var why []string
	if class != "" && t.severity(ctx, f, workload, "") > f.Severity {
		why = append(why, "data class "+class)
	}
	if workload != durability && t.severity(ctx, f, durability, class) > f.Severity {
		why = append(why, "workload "+workload)
	}
	if len(why) == 0 { // each of them is enough
		why = []string{"data class " + class, "workload " + workload}
	}
	return strings.Join(why, "; ")
}

// severity returns the level that a finding has under another workload and data class,
// finding.Off if it is not there.
func (t *trials) severity(ctx context.Context, f *finding.Finding, workload, class string) finding.Severity {
	name := workload + "\x00" + class
	levels := t.levels[name]
	if levels == nil {
		in, c := t.in, *t.in.Component
		c.DataClass = class
		in.Workload, in.Component = workload, &c
		found, _ := t.e.under(ctx, t.s, in)
		levels = make(map[string]finding.Severity, len(found))
		for i := range found {
			id := same(&found[i])
			levels[id] = max(levels[id], found[i].Severity)
		}
		t.levels[name] = levels
	}
	return levels[same(f)]
}
