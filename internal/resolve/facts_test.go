package resolve

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/kcfglint/kcfglint/internal/model"
)

var factName = regexp.MustCompile(`^@[a-z]+([.-][a-z]+)*\.?$`)

// TestFactsAreDeclared: what the dialects note is in Facts, or rules could not name it.
func TestFactsAreDeclared(t *testing.T) {
	files, err := filepath.Glob("../parse/*.go")
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		source, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(source, func(n ast.Node) bool {
			literal, ok := n.(*ast.BasicLit)
			if !ok || literal.Kind != token.STRING {
				return true
			}
			name, err := strconv.Unquote(literal.Value)
			if err != nil || !factName.MatchString(name) {
				return true
			}
			found++
			if !slices.ContainsFunc(Facts(), func(f Fact) bool {
				return f.Name == name || strings.HasSuffix(name, ".") && strings.HasPrefix(f.Name, name)
			}) {
				t.Errorf("%s: %s is not in Facts", file, name)
			}
			return true
		})
	}
	if found < 20 {
		t.Errorf("%d facts in package parse", found)
	}
}

func TestFactValues(t *testing.T) {
	for _, test := range []struct {
		key, value string
		want       any
	}{
		{"@sql.watermark-delay", "5000", int64(5000)},
		{"@sql.watermark-delay", "5 s", nil},
		{"@job", "true", true},
		{"@streaming", "false", false},
		{"@streaming", "perhaps", nil},
		{"@sql.role", "sink", "sink"},
		{"@volume./data", "pvc", "pvc"},
		{"@conf.duplicate.parallelism.default", "8", "8"},
	} {
		if got := fact(&model.Setting{Key: test.key, Value: test.value}); got != test.want {
			t.Errorf("%s=%s: got %v, want %v", test.key, test.value, got, test.want)
		}
	}
}
