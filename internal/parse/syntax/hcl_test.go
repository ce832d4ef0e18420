package syntax

import (
	"fmt"
	"strings"
	"testing"
)

// places writes a tree on one line: text@line:column of scalars.
func places(n *Node) string {
	var b strings.Builder
	switch n.Kind {
	case ScalarNode:
		fmt.Fprintf(&b, "%s@%d:%d", n.Text, n.Span.Start.Line, n.Span.Start.Column)
	case SeqNode:
		for _, item := range n.Items {
			b.WriteString("-" + places(item) + " ")
		}
	case MapNode:
		b.WriteString("{")
		for i, e := range n.Entries {
			if i > 0 {
				b.WriteString(" ")
			}
			b.WriteString(places(e.Key) + "=" + places(e.Value))
		}
		b.WriteString("}")
	}
	return b.String()
}

func TestHCL(t *testing.T) {
	text := `# kcfglint:ignore KT001 -- a test
resource "kafka_topic" "orders" {
  name               = "orders"
  replication_factor = 1 // one
  partitions         = var.n
  config = {
    "retention.ms" = -1
    segment        = "${local.x}ms"
    off            = true
    none           = null
  }
  list = ["a", 2]
  inner {
    x = f(1)
  }
}
`
	blocks, comments, errs := ParseHCL(NewSource(NewFile("a.tf", text)))
	if len(errs) > 0 || len(blocks) != 1 {
		t.Fatalf("%d blocks, %v", len(blocks), errs)
	}
	b := blocks[0]
	if b.Type != "resource" || fmt.Sprint(b.Labels) != "[kafka_topic orders]" || b.Span.Start.Line != 2 || b.Span.Start.Column != 24 {
		t.Errorf("%s %v at %s", b.Type, b.Labels, b.Span)
	}
	want := `{name@3:3=orders@3:25 replication_factor@4:3=1@4:24 partitions@5:3=${var.n}@5:24 config@6:3={retention.ms@7:6=-1@7:22 ` +
		`segment@8:5=${local.x}ms@8:22 off@9:5=true@9:22 none@10:5=@10:22} list@12:3=-a@12:12 -2@12:16  inner@13:3={x@14:5=${f(1)}@14:9}}`
	if got := places(b.Body); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if len(comments) != 2 || comments[0].Text != "kcfglint:ignore KT001 -- a test" || !comments[0].OwnLine || comments[1].OwnLine {
		t.Errorf("comments %+v", comments)
	}
}

// Every character of a heredoc stands where its position says.
func TestHCLHeredoc(t *testing.T) {
	for _, sign := range []string{"<<EOT", "<<-EOT"} {
		text := "resource \"aws_msk_configuration\" \"c\" {\n  server_properties = " + sign + "\n    min.insync.replicas=1\n      unclean.leader.election.enable = true\n    EOT\n}\n"
		src := NewSource(NewFile("a.tf", text))
		blocks, _, errs := ParseHCL(src)
		if len(errs) > 0 {
			t.Fatal(errs)
		}
		inner := blocks[0].Body.Get("server_properties").Source()
		if !strings.Contains(inner.Text, "min.insync.replicas=1\n") {
			t.Fatalf("%q", inner.Text)
		}
		for i := range len(inner.Text) {
			if span := inner.Span(i, i+1); src.Raw(span) != inner.Text[i:i+1] {
				t.Fatalf("%s: byte %d is %q, the text there is %q", sign, i, inner.Text[i:i+1], src.Raw(span))
			}
		}
	}
}

func TestHCLErrors(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"resource \"a\" \"b\" {\n  x = \n}\n", "2:"},
		{strings.Repeat("x = [", 5000), "1:1: nested too deeply"},
		{"x = " + strings.Repeat("!", 100_000) + "true", "1:1: more conditions"},
		{"x = " + strings.Repeat("true ? 1 : ", 100_000) + "2", "1:1: larger than"},
	} {
		_, _, errs := ParseHCL(NewSource(NewFile("a.tf", test.text)))
		if len(errs) == 0 || !strings.Contains(errs[0].Error(), test.want) {
			t.Errorf("%.40q: %v, want %s", test.text, errs, test.want)
		}
	}
	rule := "# " + strings.Repeat("-", 100) + "\n"
	if _, _, errs := ParseHCL(NewSource(NewFile("a.tf", strings.Repeat(rule, 100)))); len(errs) > 0 {
		t.Errorf("lines of dashes: %v", errs)
	}
}

func FuzzHCL(f *testing.F) {
	f.Add("resource \"kafka_topic\" \"a\" {\n  name = \"x\"\n  config = { \"a.b\" = 1, c = var.x }\n}\n")
	f.Add("a {\n b = <<-X\n  y\n X\n}\n")
	f.Fuzz(func(t *testing.T, text string) {
		src := NewSource(NewFile("a.tf", text))
		blocks, _, _ := ParseHCL(src)
		for _, b := range blocks {
			visitAll(b.Body, func(n *Node) {
				if n.Span.End.Offset > len(text) || n.Span.Start.Offset > n.Span.End.Offset {
					t.Errorf("span %s outside of the text", n.Span)
				}
			})
		}
	})
}

func visitAll(n *Node, visit func(*Node)) {
	visit(n)
	for _, e := range n.Entries {
		visitAll(e.Key, visit)
		visitAll(e.Value, visit)
	}
	for _, item := range n.Items {
		visitAll(item, visit)
	}
}
