package chain

import (
	"testing"

	"github.com/kcfglint/kcfglint/internal/guarantee"
)

// drawn is a report of the paths, with a hop for each number.
func drawn(layers []Layer, paths ...[]int) *Report {
	r := &Report{}
	for _, layer := range layers {
		r.Hops = append(r.Hops, Hop{Layer: layer, Known: true, Client: guarantee.Client{Kind: string(layer), Name: "name", Delivery: "unknown"}})
	}
	for _, hops := range paths {
		r.Paths = append(r.Paths, Path{Hops: hops, Weakest: -1})
	}
	return r
}

// TestLayout: records go from left to right, and no two boxes lie on one another.
func TestLayout(t *testing.T) {
	r := drawn([]Layer{Producer, Topic, Source, Job, Sink, Topic, Sink, Target, Target, Producer, Reader},
		[]int{0, 1, 2, 3, 4, 5, 6, 7}, []int{0, 1, 6, 8}, []int{9, 5, 10}, []int{9, 1, 2, 3, 4, 5, 6, 7})
	l := newLayout(r)
	for _, e := range r.edges() {
		if from, to := l.boxes[e[0]], l.boxes[e[1]]; from.x+from.width >= to.x {
			t.Errorf("%v goes back", e)
		}
	}
	for i, a := range l.boxes {
		if a.y < headHeight || a.y+a.height > l.height || a.x+a.width > l.width {
			t.Errorf("%d is outside: %+v in %gx%g", i, a, l.width, l.height)
		}
		for j, b := range l.boxes[:i] {
			if a.column == b.column && a.y < b.y+b.height && b.y < a.y+a.height {
				t.Errorf("%d and %d lie on one another", i, j)
			}
		}
	}
	for _, i := range []int{1, 5} { // topics are below one another only if they are as far
		for j := range r.Hops {
			if l.boxes[i].column == l.boxes[j].column && r.Hops[j].Layer != Topic && r.Hops[j].Layer != Target {
				t.Errorf("a %s is in the column of a topic", r.Hops[j].Layer)
			}
		}
	}
}

// TestLayoutOfCircle: hops that lead back to one another have a place all the same.
func TestLayoutOfCircle(t *testing.T) {
	l := newLayout(drawn([]Layer{Topic, Job}, []int{0, 1}, []int{1, 0}))
	if len(l.columns) == 0 || l.height <= headHeight {
		t.Errorf("%+v", l)
	}
	if l := newLayout(&Report{}); l.height < headHeight {
		t.Errorf("%+v", l)
	}
}

func TestShorten(t *testing.T) {
	for _, test := range [][2]string{{"orders", "orders"}, {"a-very-long-name-of-a-topic", "a-ve…opic"}, {"注文注文注文注文", "注文…注文"}} {
		if got := shorten(test[0], 9); got != test[1] {
			t.Errorf("%s: %s", test[0], got)
		}
	}
}

func TestTogether(t *testing.T) {
	for _, test := range []struct {
		of   []string
		want string
	}{
		{nil, "unknown"},
		{[]string{"exactly-once"}, "exactly-once"},
		{[]string{"exactly-once", "at-least-once"}, "at-least-once"},
		{[]string{"exactly-once", "at-most-once"}, "at-most-once"},
		{[]string{"at-least-once", "at-most-once"}, "none"},
		{[]string{"unknown", "at-most-once"}, "none"},
		{[]string{"unknown", "at-least-once"}, "unknown"},
		{[]string{"none", "unknown"}, "none"},
		{[]string{"nothing", "none"}, "nothing"},
	} {
		if got := together(test.of); got != test.want {
			t.Errorf("%v: %s", test.of, got)
		}
	}
}

// TestAddresses: credentials and parameters are left out, and what may hold them in
// another way is not shown.
func TestAddresses(t *testing.T) {
	for _, test := range [][2]string{
		{"http://es:9200", "http://es:9200"}, {"https://u:p@es:9200/x", "https://es:9200/x"}, {"jdbc:postgresql://db:5432/shop?password=p", "jdbc:postgresql://db:5432/shop"},
		{"https://u:p/w@es", ""}, {"jdbc:oracle:thin:u/p@db:1521:x", ""}, {"jdbc:mysql://db/x?u=a@b", ""}, {"s3://bucket/a/b", "s3://bucket/a/b"},
	} {
		if got := address(test[0]); got != test[1] {
			t.Errorf("%s: %q", test[0], got)
		}
	}
}
