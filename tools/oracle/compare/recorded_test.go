package compare

import (
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
)

func TestSettle(t *testing.T) {
	type answer struct {
		Text  string
		Error bool `json:",omitempty"`
	}
	file := filepath.Join(t.TempDir(), "answers.jsonl")
	said := []answer{{"a<b", false}, {"c", true}}
	if err := Settle(file, "nobody", said, true); err != nil {
		t.Fatal(err)
	}
	if got, err := ReadRecorded[answer](file); err != nil || !slices.Equal(got, said) {
		t.Errorf("%v, %v", got, err)
	}
	if err := Settle(file, "nobody", said, false); err != nil {
		t.Error(err)
	}
	said[1].Error = false
	if err := Settle(file, "nobody", said, false); err == nil {
		t.Error("another answer passes")
	}
}

func TestAsk(t *testing.T) {
	if got, err := Ask(exec.Command("cat"), []string{"a", "b\n"}); err != nil || !slices.Equal(got, []string{"YQ==", "Ygo="}) {
		t.Errorf("%v, %v", got, err)
	}
	if _, err := Ask(exec.Command("head", "-n1"), []string{"a", "b"}); err == nil {
		t.Error("one answer for two texts passes")
	}
}
