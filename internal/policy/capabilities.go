package policy

import (
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"
)

// Capabilities returns what rules may use: OPA's built-ins whose result depends on
// nothing but their arguments, and no network.
var Capabilities = sync.OnceValue(func() *ast.Capabilities {
	c := ast.CapabilitiesForThisVersion()
	kept := make([]*ast.Builtin, 0, len(c.Builtins))
	for _, b := range c.Builtins {
		if !b.IsNondeterministic() {
			kept = append(kept, b)
		}
	}
	c.Builtins = kept
	c.AllowNet = []string{} // nil would allow every host
	return c
})
