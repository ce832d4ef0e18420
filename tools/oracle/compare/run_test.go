package compare

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// judge is one that refuses a configuration with all of some keys.
func judge(keys ...string) Judge {
	return func(_ string, cases []Case) ([]Verdict, error) {
		verdicts := make([]Verdict, len(cases))
		for i, c := range cases {
			if !slices.ContainsFunc(keys, func(k string) bool { return !c.Has(k) }) {
				verdicts[i] = Verdict{Fails: true, Why: []string{"org.example.Refused: " + strings.Join(keys, " with ")}}
			}
		}
		return verdicts, nil
	}
}

func TestRunReduces(t *testing.T) {
	c := Case{Kind: "producer", File: "producer.properties", Keep: 1, Settings: []Setting{
		{"anchor", "1"}, {"a", "1"}, {"noise", "1"}, {"b", "1"}, {"more", "1"}}}
	trial := Trial{Name: "test", Render: Properties, Real: judge("a", "b"), Kcfglint: judge("c")}
	r, err := trial.Run([]Case{c})
	if err != nil {
		t.Fatal(err)
	}
	if r.Disagreements() != 1 || len(r.groups) != 1 {
		t.Fatalf("%d disagreements of %d causes; want 1 of 1", r.Disagreements(), len(r.groups))
	}
	want := "anchor=\"1\"\na=\"1\"\nb=\"1\""
	if got := r.groups[0].outcomes[0].Case.String(); got != want {
		t.Errorf("reduced to\n%s\nwant\n%s", got, want)
	}
	if len(c.Settings) != 5 {
		t.Error("the case itself was changed")
	}
}

func TestExcuse(t *testing.T) {
	refused := Verdict{Fails: true, Why: []string{"password is mandatory"}}
	warns := Verdict{Why: []string{"KX014 warning startup-failure, line 4: no password"}}
	always := []Reason{{regexp.MustCompile("mandatory"), "a reason", false}}
	warned := []Reason{{regexp.MustCompile("mandatory"), "a reason", true}}
	for _, test := range []struct {
		reasons        []Reason
		real, kcfglint Verdict
		want           string
	}{
		{always, refused, Verdict{}, "a reason"},
		{warned, refused, Verdict{}, ""},
		{warned, refused, warns, "a reason"},
		{always, Verdict{}, Verdict{Fails: true}, ""}, // a false alarm has no excuse
		{always, Verdict{Fails: true, Why: []string{"another"}}, Verdict{}, ""},
	} {
		if got := excuse(test.reasons, Outcome{Real: test.real, Kcfglint: test.kcfglint}); got != test.want {
			t.Errorf("excuse(%v, %v) = %q; want %q", test.real, test.kcfglint, got, test.want)
		}
	}
}

func TestProperties(t *testing.T) {
	c := Case{Settings: []Setting{{"a b:c", " x\\y\t=ä "}}}
	if got, want := string(Properties(c)), `a\ b\:c=\ x\\y\t=\u00e4 `+"\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
