package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
	"github.com/open-policy-agent/opa/v1/topdown"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

// checkInputs runs the tests and reports what their inputs have that the schemas do not.
// An input need not be complete, and most are put together by functions, so that only
// running shows them.
func checkInputs(c *ast.Compiler, s *schemas) ([]error, error) {
	var misfits []error
	for _, path := range slices.Sorted(maps.Keys(c.Modules)) {
		m := c.Modules[path]
		for _, r := range m.Rules {
			name := r.Head.Ref()[0].String()
			if !strings.HasPrefix(name, "test_") || !isTest(r.Location) {
				continue
			}
			inputs, err := inputsOf(c, r)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", place(r.Location), err)
			}
			for _, input := range inputs {
				errs, err := validate(s.validators[s.of(m.Package)], input)
				if err != nil {
					return nil, err
				}
				for _, e := range errs {
					misfits = append(misfits, fmt.Errorf("%s: %s: %w", place(r.Location), name, e))
				}
			}
		}
	}
	return misfits, nil
}

// inputs collects the inputs under which anything is evaluated.
type inputs []*ast.Term

func (*inputs) Enabled() bool { return true }

func (*inputs) Config() topdown.TraceConfig { return topdown.TraceConfig{} }

// TraceEvent implements topdown.QueryTracer.
func (in *inputs) TraceEvent(e topdown.Event) {
	input := e.Input()
	if input == nil || len(*in) > 0 && (*in)[len(*in)-1] == input {
		return
	}
	if !slices.ContainsFunc(*in, input.Equal) {
		*in = append(*in, input)
	}
}

func inputsOf(c *ast.Compiler, test *ast.Rule) (inputs, error) {
	var in inputs
	_, err := rego.New(rego.Compiler(c), rego.Query(test.Ref().GroundPrefix().String()), rego.QueryTracer(&in)).Eval(context.Background())
	return in, err
}

// validate returns what an input has against a schema.
func validate(v *jsonschema.Schema, input *ast.Term) ([]error, error) {
	value, err := ast.JSON(input.Value)
	if err != nil {
		return nil, err
	}
	var invalid *jsonschema.ValidationError
	if err := v.Validate(value); !errors.As(err, &invalid) {
		return nil, err
	}
	return leaves(invalid), nil
}

// leaves are the reasons of an error that have none themselves.
func leaves(e *jsonschema.ValidationError) []error {
	if _, ok := e.ErrorKind.(*kind.AnyOf); len(e.Causes) > 0 && !ok {
		var all []error
		for _, cause := range e.Causes {
			all = append(all, leaves(cause)...)
		}
		return all
	}
	at := "input"
	for _, key := range e.InstanceLocation {
		at += fmt.Sprintf("[%q]", key)
	}
	return []error{fmt.Errorf("%s: %s", at, e.ErrorKind.LocalizedString(message.NewPrinter(language.English)))}
}

// raw returns the schema as decoded JSON.
func (s *schema) raw() (raw any, err error) {
	b, err := encode(s)
	if err == nil {
		err = json.Unmarshal(b, &raw)
	}
	return raw, err
}

func validator(raw any) (*jsonschema.Schema, error) {
	c := jsonschema.NewCompiler()
	if err := c.AddResource("input.json", raw); err != nil {
		return nil, err
	}
	return c.Compile("input.json")
}
