package kcfglint.lib.listeners_test

import data.kcfglint.lib.listeners

sample := "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,SSL:SSL,SASL_PLAINTEXT:SASL_PLAINTEXT,SASL_SSL:SASL_SSL"

broker(bound, advertised, map) := {"values": values, "state": {key: state(values[key]) | some key in object.keys(values)}} if {
	values := {"listeners": bound, "advertised.listeners": advertised, "listener.security.protocol.map": map}
}

state("") := "absent"

state(value) := "explicit" if value != ""

test_of_the_sample if listeners.used == {"PLAINTEXT"} with input as broker("PLAINTEXT://:9092,CONTROLLER://:9093", "PLAINTEXT://a:9092", sample)

test_by_name if listeners.used == {"SSL", "SASL_SSL"} with input as broker("ssl://:9092, sasl_ssl://:9093", "", "")

test_by_map if listeners.used == {"SASL_SSL", "SSL"} with input as broker("CLIENTS://:9092", "BROKERS://a:9093", "clients: sasl_ssl,BROKERS:SSL,OLD:PLAINTEXT")

test_no_listener_in_view if {
	listeners.used == {"SASL_SSL", "SSL"} with input as broker("", "", "CLIENTS:SASL_SSL,SSL:SSL")
	listeners.used == {"PLAINTEXT"} with input as broker("", "", sample)
}

test_nothing_in_view if listeners.used == set() with input as broker("", "", "")
