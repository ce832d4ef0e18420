package lint

import (
	"context"

	"github.com/kcfglint/kcfglint/internal/finding"
	"github.com/kcfglint/kcfglint/internal/model"
	"github.com/kcfglint/kcfglint/internal/policy"
)

// evaluate runs the rules.
func (r *run) evaluate(ctx context.Context) error {
	all, own := r.components()
	if len(own) == 0 {
		return nil
	}
	engine, err := policy.New(ctx, r.rules.rego, all)
	if err != nil {
		return err
	}
	r.findings = r.ask(ctx, engine, all, own)
	return nil
}

// components returns those of all files, and those of the files that are reported on.
func (r *run) components() (all, own []*model.Component) {
	for _, f := range r.files {
		all = append(all, f.result.Components...)
		if !f.context {
			own = append(own, f.result.Components...)
		}
	}
	return all, own
}

// ask evaluates the rules under the versions that the components have, several components
// at a time.
func (r *run) ask(ctx context.Context, engine *policy.Engine, all, own []*model.Component) []finding.Finding {
	type outcome struct {
		findings []finding.Finding
		errs     []error
	}
	outcomes := make([]outcome, len(own))
	r.each(ctx, len(own), func(i int) {
		c := own[i]
		in := policy.Input{Component: c, Versions: c.Versions, Workload: r.config.For(r.repoFile(c.File)).Workload}
		if err := guard(c.ID, func() { outcomes[i].findings, outcomes[i].errs = engine.Component(ctx, in) }); err != nil {
			outcomes[i].errs = append(outcomes[i].errs, err)
		}
	})
	var findings []finding.Finding
	for _, o := range outcomes {
		findings = append(findings, o.findings...)
		r.result.Errors = append(r.result.Errors, o.errs...)
	}
	found, errs := engine.Project(ctx, all)
	r.result.Errors = append(r.result.Errors, errs...)
	return append(findings, found...)
}
