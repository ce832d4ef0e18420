package parse

import (
	"fmt"
	"slices"
	"testing"

	"github.com/kcfglint/kcfglint/internal/model"
)

// TestReadJAAS has what KafkaProducer of kafka-clients 4.3.1 says of these texts.
func TestReadJAAS(t *testing.T) {
	const plain = "org.apache.kafka.common.security.plain.PlainLoginModule"
	for _, c := range []struct {
		text    string
		modules int
		flaw    string
	}{
		{plain + ` required username="a" password="b";`, 1, ""},
		{plain + ` REQUIRED username="a" password="b";`, 1, ""},
		{plain + ` required username=alice password=secret;`, 1, ""},
		{plain + ` required username='alice' password='b';`, 1, ""},
		{plain + ` required username=$Connection password="b";`, 1, ""},
		{plain + ` required;`, 1, ""},
		{plain + ` required a="b"; ` + plain + ` required a="b";`, 2, ""},
		{"/* c */ " + plain + " required // c\n a=\"/\\\"\";", 1, ""},
		{plain + " required /*/ a=1 */ a=b;", 1, ""},
		{``, 0, model.JAASEmpty},
		{` // nothing`, 0, model.JAASEmpty},
		{plain, 0, model.JAASFlag},
		{plain + ` username="a" password="b";`, 0, model.JAASFlag},
		{plain + ` required username="a";;`, 0, model.JAASFlag},
		{`"` + plain + ` required a=b;"`, 0, model.JAASFlag},
		{plain + ` required username="a", password="b";`, 0, model.JAASValue},
		{plain + ` required username=alice password=1234;`, 0, model.JAASValue},
		{plain + ` required username=alice password=-;`, 0, model.JAASValue},
		{plain + ` required username=alice password=se#cret!;`, 0, model.JAASValue},
		{plain + ` required username=alice password=se@cret;`, 0, model.JAASValue},
		{plain + " required username=\"a\n\" password=\"b\";", 0, model.JAASValue},
		{plain + ` required username="a" password="b"`, 0, model.JAASOpen},
		{plain + ` required username=a password=b//c;`, 0, model.JAASOpen},
		{plain + ` required username=a password=b/c;`, 0, model.JAASOpen},
		{plain + ` required username=a /* password=b;`, 0, model.JAASOpen},
	} {
		entries, flaw := readJAAS(c.text)
		if flaw != c.flaw || len(entries) != c.modules {
			t.Errorf("%q: %d modules, flaw %q; want %d, %q", c.text, len(entries), flaw, c.modules, c.flaw)
		}
	}
}

func TestClassifyJAAS(t *testing.T) {
	j := classifyJAAS(`com.sun.security.auth.module.Krb5LoginModule required useKeyTab=true principal="${PRINCIPAL}" serviceName="kafka";`)
	if !j.Read || j.Flaw != "" || j.Modules != 1 || j.ServiceName != "kafka" || !slices.Equal(j.Options, []string{"principal", "serviceName", "useKeyTab"}) {
		t.Errorf("%+v", j)
	}
	for _, text := range []string{
		`org.apache.kafka.common.security.plain.PlainLoginModule required username=a password=${PASSWORD};`,
		`${MODULE} required username="a";`,
		`org.apache.kafka.common.security.plain.PlainLoginModule required ${OPTIONS}`,
	} {
		if j := classifyJAAS(text); j.Read || j.Flaw != "" {
			t.Errorf("%q: %+v", text, j)
		}
	}
}

func TestPublishedSecrets(t *testing.T) {
	const plain = `org.apache.kafka.common.security.plain.PlainLoginModule required username="admin" password="%s";`
	for _, test := range []struct {
		key, text string
		want      bool
	}{
		{"ssl.keystore.password", "test1234", true},
		{"ssl.keystore.password", " changeit ", true},
		{"ssl.truststore.password", "changeit", false}, // a sample
		{"ssl.keystore.password", "test12345", false},
		{"ssl.keystore.password", "${env:STORE}", false},
		{"sasl.jaas.config", fmt.Sprintf(plain, "admin-secret"), true},
		{"sasl.jaas.config", fmt.Sprintf(plain, "Ahl7-cork-Ruin"), false},
		{"sasl.jaas.config", fmt.Sprintf(plain, "${PASSWORD}"), false},
	} {
		if got := classifySecret(test.key, test.text).Published; got != test.want {
			t.Errorf("%s %q: %t", test.key, test.text, got)
		}
	}
}

func FuzzReadJAAS(f *testing.F) {
	f.Add(`a.B required c="d\"" e=f /* g */ h='i'; // j`)
	f.Fuzz(func(t *testing.T, text string) {
		if entries, flaw := readJAAS(text); flaw == "" && len(entries) == 0 {
			t.Error("neither a module nor a flaw")
		}
	})
}
