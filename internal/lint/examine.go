package lint

import (
	"context"

	"github.com/kcfglint/kcfglint/internal/finding"
	"github.com/kcfglint/kcfglint/internal/policy"
)

// Examine goes as far as what all rules say of all components, those that are read only as
// context included: each finding of each component for itself, whatever its level, and
// whether it is suppressed or not.
func Examine(ctx context.Context, opts Options) (*Result, error) {
	opts.Select, opts.Ignore, opts.Severities, opts.Upgrade = []string{"all"}, nil, nil, nil
	r, err := newRun(opts)
	if err != nil {
		return nil, err
	}
	if err := r.discover(); err != nil {
		return nil, err
	}
	r.parse(ctx)
	r.resolve()
	all, own := r.components()
	r.fileReports()
	r.result.Components, r.result.All = own, all
	if len(own) == 0 {
		return r.result, ctx.Err()
	}
	engine, err := policy.New(ctx, r.rules.rego, all)
	if err != nil {
		return nil, err
	}
	r.result.Findings = r.ask(ctx, engine, all, all)
	finding.Sort(r.result.Findings)
	return r.result, ctx.Err()
}
