package catalog

import (
	"slices"
	"testing"

	"github.com/kcfglint/kcfglint/internal/model"
)

func TestParseVersion(t *testing.T) {
	for _, test := range []struct {
		text string
		want string // "" is an error
	}{
		{"4.1", "4.1"}, {"3.9.1", "3.9.1"}, {"v1_19", "1.19"}, {"v2.3.0", "2.3.0"}, {" 1.20 ", "1.20"},
		{"0.11.0.2", "0.11.0"}, {"0.11", "0.11"}, {"2.8.2-SNAPSHOT", "2.8.2"}, {"7.4.1-ccs", "7.4.1"}, {"3.9.1+build", "3.9.1"},
		{"1.19-java17", "1.19"},
		{"", ""}, {"4", ""}, {"latest", ""}, {"1.x", ""}, {"1..2", ""}, {"1.2.", ""}, {"1.2.3.4.5", ""}, {"-1.2", ""},
		{"99999999999999999999.1", ""}, {"${version}", ""}, {"1.19rc", ""},
	} {
		v, err := ParseVersion(test.text)
		if got := Format(v); got != test.want || (err == nil) != (test.want != "") {
			t.Errorf("ParseVersion(%q) = %q, %v; want %q", test.text, got, err, test.want)
		}
	}
}

func TestCompare(t *testing.T) {
	ascending := []string{"0.10.2", "0.11", "1.0", "1.9.9", "1.10", "2.0.0", "2.0.1", "3.0", "10.0"}
	for i, a := range ascending {
		for j, b := range ascending {
			if d := Compare(mustVersion(a), mustVersion(b)); (d < 0) != (i < j) || (d == 0) != (i == j) {
				t.Errorf("Compare(%s, %s) = %d", a, b, d)
			}
		}
	}
	if d := Compare([]int{3, 0}, []int{3, 0, 0}); d != 0 {
		t.Errorf("Compare(3.0, 3.0.0) = %d", d)
	}
}

func TestWithin(t *testing.T) {
	for _, test := range []struct {
		version, from, to string
		want              bool
	}{
		{"3.0", "3.0", "", true},
		{"3.0", "3.0.1", "3.0", true}, // 3.0 is its newest patch
		{"3.0", "", "3.0.0", false},
		{"3.0.0", "", "3.0.0", true},
		{"3.0.0", "3.0.1", "3.0", false},
		{"3.0.2", "3.0.1", "3.0", true},
		{"3.1.0", "3.0.1", "3.0", false},
		{"2.8.2", "", "2.8", true},
		{"2.9", "", "2.8", false},
		{"0.11", "0.11.0", "1.0", true},
		{"0.11.0", "0.11.0", "1.0", true},
		{"1.0", "", "", true},
	} {
		if got := Within(mustVersion(test.version), mustVersion(test.from), mustVersion(test.to)); got != test.want {
			t.Errorf("%s within %s to %s: %v; want %v", test.version, test.from, test.to, got, test.want)
		}
	}
}

func TestReleases(t *testing.T) {
	for _, test := range []struct{ of, client, oldest string }{
		{model.OfClient, model.ClientJava, "2.8"},
		{model.OfClient, "some-other-client", "2.8"},
		{model.OfBroker, model.ClientJava, "2.8"},
		{model.OfConnect, "", "2.8"},
		{model.OfFlink, "", "1.17"},
		{model.OfClient, Librdkafka, "1.6"},
		{model.OfKafkaConnector, "", "3.0"},
		{model.OfESConnector, "", "3.0"},
		{model.OfJDBCConnector, "", "3.1"},
		{model.OfOperator, "", "1.5"},
		{model.OfSpring, "", "2.5"},
	} {
		oldest, newest := Oldest(test.of, test.client), Newest(test.of, test.client)
		if Format(oldest) != test.oldest || Compare(oldest, newest) >= 0 || len(newest) != 3 {
			t.Errorf("%s %s: from %v to %v", test.of, test.client, oldest, newest)
		}
		minors := releaseOf(test.of, test.client).minors
		if last := minors[len(minors)-1]; !Within(newest, last, last) {
			t.Errorf("%s %s: the newest release %v is none of %v", test.of, test.client, newest, last)
		}
	}
	if v := Newest("no-such-software", ""); v != nil {
		t.Errorf("unknown software has the release %v", v)
	}
	newest := Newest(model.OfClient, model.ClientJava)
	newest[0] = 99
	if slices.Equal(newest, Newest(model.OfClient, model.ClientJava)) {
		t.Error("a caller can change the catalog's version")
	}
}
