package parse

import "testing"

func TestIsPlaceholder(t *testing.T) {
	for text, want := range map[string]bool{
		"${X}": true, "a-$X": true, "$(X)": true, "{{ .Values.x }}": true, "%X%": true, "%(x)s": true, "<broker>": true, "changeme": true, "_YOUR_KEY_": true, "_ADMIN_PASS_": true,
		"Endpoint=sb://n/;SharedAccessKey=XXXXXX": true, "=xx": false, "_kafka": false,
		"%s": true, "%d": true, "%s:%d": true, "jdbc:mysql://%s/db": true,
		"a%20b": false, "%%s": false, "100%": false, "50% done": false, "%data": false, "p%d4ss": false, "a<b": false, "a@b": false, "": false,
	} {
		if got := isPlaceholder(text); got != want {
			t.Errorf("isPlaceholder(%q) = %v", text, got)
		}
	}
}
