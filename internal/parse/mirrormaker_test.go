package parse

import "testing"

func TestMirrorMaker(t *testing.T) {
	text := "clusters = a, b\na.bootstrap.servers = a:9092\nb.bootstrap.servers = b:9092\na->b.enabled = true\na->b.topics = .*\nb->a.enabled = false\n" +
		"replication.factor = 1\nb.producer.acks = 1\n"
	want := "mirror a->b full clusters=a, b@1:12 replication.factor=1@7:22 enabled=true@4:16 topics=.*@5:15\n" +
		"producer b/producer full bootstrap.servers=b:9092@3:23 acks=1@8:19\n"
	if got := summary(File("mm2.properties", []byte(text), Options{})); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	none := "clusters = a, b\na.bootstrap.servers = a:9092\nreplication.factor = 1\n"
	want = "mirror  full clusters=a, b@1:12 replication.factor=1@3:22\n"
	if got := summary(File("mm2.properties", []byte(none), Options{})); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}
