package parse

import (
	"fmt"
	"strings"
	"testing"
)

func TestVerverica(t *testing.T) {
	const spec = "restoreStrategy: {kind: NONE, allowNonRestoredState: \"${SKIP}\"}\nupgradeStrategy: {kind: STATEFUL}\ntemplate:\n  spec:\n" +
		"    artifact:\n      kind: SQLSCRIPT\n      flinkVersion: '1.17'\n      sqlScript: |\n        INSERT INTO s SELECT * FROM t;\n" +
		"    flinkConfiguration:\n      rest.port: 1\n      execution: {checkpointing: {interval: 10s}}\n"
	indented := func(text, blanks string) string {
		return blanks + strings.ReplaceAll(strings.TrimSpace(text), "\n", "\n"+blanks) + "\n"
	}
	const settings = " rest.port=1 execution.checkpointing.interval=10s @vvp.restore=NONE @vvp.upgrade=STATEFUL"
	for _, c := range []struct{ name, text, want string }{
		{"deployment", "apiVersion: v1\nkind: Deployment\nmetadata: {name: a}\nspec:\n" + indented(spec, "  "),
			"flink-job Deployment/a partial code=false [1 17]" + settings},
		{"of an operator", "apiVersion: ververicaplatform.fintechstudios.com/v1beta2\nkind: VpDeployment\nmetadata: {name: a}\nspec:\n  spec:\n" + indented(spec, "    "),
			"flink-job VpDeployment/a partial code=false [1 17]" + settings},
		{"of the platform's operator", "apiVersion: ververica.platform/v1\nkind: VvpDeployment\nmetadata: {name: a}\nspec:\n  deployment:\n    spec:\n" + indented(spec, "      "),
			"flink-job VvpDeployment/a partial code=false [1 17]" + settings},
		{"engine", "kind: Deployment\nmetadata: {name: a}\nspec: {engineVersion: vvr-8.0.10-flink-1.17, template: {spec: {artifact: {kind: JAR}, flinkConfiguration: {rest.port: 1}}}}\n",
			"flink-job Deployment/a partial code=true [1 17] rest.port=1"},
		{"Kubernetes' own", "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec: {template: {spec: {containers: []}}}\n# artifact\n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := File("orders.yaml", []byte(c.text), Options{})
			var b strings.Builder
			for _, component := range r.Components {
				fmt.Fprintf(&b, "%s %s %s code=%t %v", component.Kind, component.Anchor, component.Complete, component.CodeMaySet, component.Versions["flink"].Number)
				for _, s := range component.Settings {
					if !strings.HasPrefix(s.Key, "@sql.") && s.Key != "@streaming" {
						fmt.Fprintf(&b, " %s=%s", s.Key, s.Value)
					}
				}
			}
			if got := b.String(); got != c.want {
				t.Errorf("got\n%s\nwant\n%s\nin\n%s", got, c.want, c.text)
			}
		})
	}
}
