package policy

import (
	"fmt"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/kcfglint/kcfglint/rules"
)

// Export returns exactly the input that the engine would put before the rules of a
// component's kind, as JSON-like Go values, and those rules. It is nil if there are none.
func (e *Engine) Export(in Input) (any, []*rules.Rule, error) {
	s := e.kinds[in.Component.Kind]
	if s == nil {
		return nil, nil, nil
	}
	value, err := ast.JSON(componentInput(in, newView(in.Component, in.Versions), s.keys))
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", in.Component.ID, err)
	}
	return value, s.rules, nil
}
