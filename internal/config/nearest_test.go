package config

import (
	"strings"
	"testing"
)

func TestNearest(t *testing.T) {
	names := []string{"KP002", "KP003", "producer", "producer-acks-one"}
	for in, want := range map[string]string{
		"KP02": "KP002", "kp003": "KP003", "producr": "producer", "producer-ack-one": "producer-acks-one", "x": "", "": "",
		"acks": "", strings.Repeat("x", 1000): "",
	} {
		if got := Nearest(in, names); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", in, got, want)
		}
	}
}
