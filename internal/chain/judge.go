package chain

import (
	"slices"

	"github.com/kcfglint/kcfglint/internal/guarantee"
)

// judge says what is left of the guarantees along a path, and where its weakest link is.
func (r *Report) judge(p *Path) {
	var deliveries, durables []string
	p.Weakest = -1
	weakest := strong
	for at, i := range p.Hops {
		h := &r.Hops[i]
		if h.Delivery != notApplicable {
			deliveries = append(deliveries, h.Delivery)
		}
		if h.Durable != notApplicable {
			durables = append(durables, h.Durable)
		}
		if rank := h.rank(); rank < weakest {
			p.Weakest, weakest = at, rank
		}
	}
	p.Delivery, p.Durable = together(deliveries), durable(durables)
}

const notApplicable = "not-applicable"

// together is the guarantee of hops one behind the other. A record that one hop can lose is
// lost, and one that another stores twice is there twice.
func together(deliveries []string) string {
	has := func(d string) bool { return slices.Contains(deliveries, d) }
	only := func(d string) bool {
		return !slices.ContainsFunc(deliveries, func(o string) bool { return o != d && o != "exactly-once" })
	}
	switch {
	case len(deliveries) == 0:
		return "unknown"
	case has("nothing"):
		return "nothing"
	case has("none"):
		return "none"
	case has("at-most-once"):
		if only("at-most-once") {
			return "at-most-once"
		}
		return "none"
	case has("unknown"):
		return "unknown"
	case has("at-least-once"):
		return "at-least-once"
	}
	return "exactly-once"
}

// durable says whether all hops keep what is acknowledged when one broker fails.
func durable(durables []string) string {
	switch {
	case len(durables) == 0:
		return notApplicable
	case slices.Contains(durables, "no"):
		return "no"
	case slices.Contains(durables, "unknown"):
		return "unknown"
	}
	return "yes"
}

// strong is the rank of a hop that nothing limits.
const strong = 100

// ranks is how grave it is that a hop fails at something, for certain and perhaps.
var ranks = map[string][2]int{
	"start": {0, 9}, "loss": {1, 3}, "durability": {2, 6}, "reordering": {4, 7}, "duplication": {5, 8},
}

// unseen is the rank of a hop of which nothing is known: behind what is known for certain.
const unseen = 6

// rank is how weak a hop is, 0 the weakest. What no setting mends comes last.
func (h *Hop) rank() int {
	if !h.Known {
		return unseen
	}
	if len(h.Links) == 0 {
		return strong
	}
	return rankOf(&h.Links[0])
}

func rankOf(l *guarantee.Link) int {
	perhaps := 1
	if l.Certain {
		perhaps = 0
	}
	rank, ok := ranks[l.Of]
	switch {
	case !ok:
		return strong - 1
	case l.Note:
		return rank[perhaps] + 20
	case l.Set == "" && l.Rule == "":
		return rank[perhaps] + 10
	}
	return rank[perhaps]
}
