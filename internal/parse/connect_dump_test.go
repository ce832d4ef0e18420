package parse

import (
	"fmt"
	"strings"
	"testing"

	"github.com/kcfglint/kcfglint/internal/model"
)

// dump writes what a file holds, with the text that stands at every span. The values of
// secrets are left out.
func dump(r *Result) string {
	var b strings.Builder
	at := func(s model.Span) string {
		if s.IsZero() {
			return "-"
		}
		return fmt.Sprintf("%d:%d-%d:%d", s.Start.Line, s.Start.Column, s.End.Line, s.End.Column)
	}
	raw := func(s model.Span) string { return r.File.Text[s.Start.Offset:s.End.Offset] }
	fmt.Fprintf(&b, "format %s\n", r.Format)
	if r.Reason != "" {
		fmt.Fprintf(&b, "reason %s\n", r.Reason)
	}
	for _, e := range r.Errors {
		fmt.Fprintf(&b, "error %s %s\n", at(e.Span), e.Message)
	}
	for _, c := range r.Components {
		fmt.Fprintf(&b, "\n%s %s %q %s", c.Kind, c.ID, c.Name, at(c.Span))
		for _, part := range []struct{ name, text string }{
			{"owner", c.Owner}, {"of", c.OwnerID}, {"parent", c.Parent}, {"complete", string(c.Complete)},
			{"topics", strings.Join(c.Links.Topics, " ")}, {"pattern", c.Links.TopicPattern}, {"group", c.Links.Group},
			{"transactional", c.Links.TransactionalID}, {"prefix", c.Links.TransactionalPrefix}, {"application", c.Links.ApplicationID},
			{"internal", strings.Join(c.Links.InternalTopics, " ")}, {"cluster", c.Links.Cluster},
		} {
			if part.text != "" {
				fmt.Fprintf(&b, " %s=%s", part.name, part.text)
			}
		}
		b.WriteByte('\n')
		for _, s := range c.Settings {
			mark := "  "
			if s.Effective {
				mark = "* "
			}
			fmt.Fprintf(&b, "%s%s = %q %s %s", mark, s.Key, s.Value, s.State, s.Written)
			if s.Notation != "" {
				fmt.Fprintf(&b, " (%s)", s.Notation)
			}
			if s.FromDefault {
				b.WriteString(" default of a placeholder")
			}
			if s.Secret != nil {
				fmt.Fprintf(&b, " secret known=%v empty=%v reference=%v", s.Secret.Known, s.Secret.Empty, s.Secret.Reference)
			} else if !s.KeySpan.IsZero() {
				fmt.Fprintf(&b, " %s %q %s %q", at(s.KeySpan), raw(s.KeySpan), at(s.ValueSpan), raw(s.ValueSpan))
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}

func dumped(_ *testing.T, name, text string) string {
	return dump(File(name, []byte(text), Options{}))
}

func TestConnectGolden(t *testing.T) { golden(t, "testdata/connect/*", dumped) }
func TestSpringGolden(t *testing.T)  { golden(t, "testdata/spring/*", dumped) }
