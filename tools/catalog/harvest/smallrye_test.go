package main

import (
	"encoding/binary"
	"strings"
	"testing"
)

// classWriter writes a class file that has nothing but annotations.
type classWriter struct {
	pool  []byte
	count uint16
}

func (w *classWriter) constant(tag byte, content []byte) []byte {
	w.pool = append(append(w.pool, tag), content...)
	w.count++
	return binary.BigEndian.AppendUint16(nil, w.count)
}

func (w *classWriter) utf(text string) []byte {
	return w.constant(1, append(binary.BigEndian.AppendUint16(nil, uint16(len(text))), text...))
}

func (w *classWriter) annotation(typ string, elements ...[]byte) []byte {
	out := append(w.utf(typ), 0, byte(len(elements)))
	for _, e := range elements {
		out = append(out, e...)
	}
	return out
}

func (w *classWriter) text(name, value string) []byte {
	return append(append(w.utf(name), 's'), w.utf(value)...)
}

func (w *classWriter) yes(name string) []byte {
	return append(append(w.utf(name), 'Z'), w.constant(3, []byte{0, 0, 0, 1})...)
}

func (w *classWriter) direction(name string) []byte {
	out := append(w.utf("direction"), 'e')
	return append(append(out, w.utf("LDirection;")...), w.utf(name)...)
}

// class has the attributes as a class has that declares several.
func (w *classWriter) class(attributes ...[]byte) []byte {
	list := append(w.utf("value"), '[', 0, byte(len(attributes)))
	for _, a := range attributes {
		list = append(append(list, '@'), a...)
	}
	visible := append([]byte{0, 1}, w.annotation("LScope;")...)
	invisible := append([]byte{0, 1}, w.annotation("Lio/smallrye/reactive/messaging/annotations/ConnectorAttributes;", list)...)
	var body []byte
	for _, a := range []struct {
		name    string
		content []byte
	}{{"SourceFile", []byte{0, 1}}, {"RuntimeVisibleAnnotations", visible}, {"RuntimeInvisibleAnnotations", invisible}} {
		body = append(body, w.utf(a.name)...)
		body = append(binary.BigEndian.AppendUint32(body, uint32(len(a.content))), a.content...)
	}
	w.constant(5, make([]byte, 8)) // takes two places
	out := []byte{0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 61}
	out = append(binary.BigEndian.AppendUint16(out, w.count+2), w.pool...)
	out = append(out, make([]byte, 6+2+2+2)...) // access, this, super; no interfaces, fields, methods
	return append(append(out, 0, 3), body...)
}

func someConnector() []byte {
	w := &classWriter{}
	const typ = "Lio/smallrye/reactive/messaging/annotations/ConnectorAttribute;"
	return w.class(
		w.annotation(typ, w.text("name", "topic"), w.text("type", "string"), w.direction("INCOMING_AND_OUTGOING"), w.yes("mandatory")),
		w.annotation(typ, w.text("name", "max-age.ms"), w.text("type", "int"), w.direction("INCOMING"), w.text("defaultValue", "60000"),
			w.text("alias", "application.age")),
		w.annotation(typ, w.text("name", "merge"), w.text("type", "boolean"), w.direction("OUTGOING"), w.text("defaultValue", "false"),
			w.yes("deprecated")))
}

func TestInterpretAttributes(t *testing.T) {
	found, err := interpretAttributes(someConnector())
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, o := range found {
		got = append(got, strings.Join(o.record(Artefact{Client: "smallrye", Of: "smallrye"}, "", ""), ","))
	}
	want := []string{
		"smallrye,consumer,topic,string,,,,,,KafkaConnector attribute,smallrye,required,,",
		"smallrye,producer,topic,string,,,,,,KafkaConnector attribute,smallrye,required,,",
		"smallrye,consumer,max-age.ms,int,ms,,60000,,,KafkaConnector attribute,smallrye,,,",
		"smallrye,producer,merge,boolean,,,false,,,KafkaConnector attribute,smallrye,,yes,",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// A class file that ends early is an error wherever it ends.
func TestBrokenClassFile(t *testing.T) {
	class := someConnector()
	for n := range len(class) {
		if _, err := classAnnotations(class[:n]); err == nil {
			t.Errorf("the first %d of %d bytes were read", n, len(class))
		}
	}
	w := &classWriter{}
	if _, err := interpretAttributes(w.class(w.annotation("LX;", w.text("name", "x"), w.text("type", "map"), w.direction("INCOMING")))); err == nil {
		t.Error("an attribute of an unknown type was read")
	}
}
