package main

import (
	"encoding/binary"
	"errors"
	"fmt"
)

// annotation is one of a class file, its elements by name: strings, int64, bool,
// annotation, the name of an enumeration's constant as a string, or a slice of those.
type annotation struct {
	Type     string // a descriptor, "Lorg/example/Annotation;"
	Elements map[string]any
}

// classAnnotations returns the annotations of a class, those that the class loader does not
// keep at run time included (Java Virtual Machine Specification, chapter 4).
func classAnnotations(class []byte) (found []annotation, err error) {
	defer func() {
		if e, ok := recover().(malformed); ok {
			err = e
		}
	}()
	r := &classReader{rest: class}
	if r.u4() != 0xCAFEBABE {
		return nil, errors.New("no class file")
	}
	r.skip(4) // version
	r.constants()
	r.skip(6) // access flags, this and super class
	r.skip(2 * int(r.u2()))
	for range 2 { // fields, methods
		for range r.u2() {
			r.skip(6)
			r.attributes(func(string) bool { return false })
		}
	}
	r.attributes(func(name string) bool {
		if name != "RuntimeVisibleAnnotations" && name != "RuntimeInvisibleAnnotations" {
			return false
		}
		for range r.u2() {
			found = append(found, r.annotation())
		}
		return true
	})
	return found, nil
}

// malformed is what the reader panics with.
type malformed struct{ error }

func refuse(format string, args ...any) { panic(malformed{fmt.Errorf(format, args...)}) }

type classReader struct {
	rest []byte
	text map[uint16]string
	ints map[uint16]int64
}

func (r *classReader) take(n int) []byte {
	if n > len(r.rest) {
		refuse("the class file ends early")
	}
	b := r.rest[:n]
	r.rest = r.rest[n:]
	return b
}

func (r *classReader) skip(n int)  { r.take(n) }
func (r *classReader) u1() byte    { return r.take(1)[0] }
func (r *classReader) u2() uint16  { return binary.BigEndian.Uint16(r.take(2)) }
func (r *classReader) u4() uint32  { return binary.BigEndian.Uint32(r.take(4)) }
func (r *classReader) utf() string { return r.text[r.u2()] }

// constants reads the pool; only what annotations refer to is kept.
func (r *classReader) constants() {
	r.text, r.ints = map[uint16]string{}, map[uint16]int64{}
	for i, n := uint16(1), r.u2(); i < n; i++ {
		switch tag := r.u1(); tag {
		case 1: // Utf8
			r.text[i] = string(r.take(int(r.u2())))
		case 3: // Integer
			r.ints[i] = int64(int32(r.u4()))
		case 5, 6: // Long, Double: they take two places
			r.ints[i] = int64(binary.BigEndian.Uint64(r.take(8)))
			i++
		case 7, 8, 16, 19, 20: // Class, String, MethodType, Module, Package
			r.skip(2)
		case 15: // MethodHandle
			r.skip(3)
		case 4, 9, 10, 11, 12, 17, 18: // Float, references, NameAndType, Dynamic
			r.skip(4)
		default:
			refuse("unknown constant %d in a class file", tag)
		}
	}
}

// attributes hands each attribute's name to read, and skips those that it does not read.
func (r *classReader) attributes(read func(name string) bool) {
	for range r.u2() {
		name := r.utf()
		content := r.take(int(r.u4()))
		after := r.rest
		if r.rest = content; read(name) && len(r.rest) > 0 {
			refuse("%s is longer than what it holds", name)
		}
		r.rest = after
	}
}

func (r *classReader) annotation() annotation {
	a := annotation{r.utf(), map[string]any{}}
	for range r.u2() {
		name := r.utf()
		a.Elements[name] = r.element()
	}
	return a
}

func (r *classReader) element() any {
	switch tag := r.u1(); tag {
	case 's', 'c': // string, class
		return r.utf()
	case 'e':
		r.skip(2) // its type
		return r.utf()
	case 'Z':
		return r.ints[r.u2()] != 0
	case 'B', 'C', 'I', 'S', 'J':
		return r.ints[r.u2()]
	case '@':
		return r.annotation()
	case '[':
		var all []any
		for range r.u2() {
			all = append(all, r.element())
		}
		return all
	default:
		refuse("unknown element %q of an annotation", tag)
		return nil
	}
}
