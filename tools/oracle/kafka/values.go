package main

import (
	"math/rand/v2"
	"strconv"
	"strings"

	"github.com/kcfglint/kcfglint/internal/catalog"
)

// pool is values of a key whose type says little about what is worth trying: good ones
// construct, bad ones may not.
type pool struct{ good, bad []string }

const (
	serialization = "org.apache.kafka.common.serialization."
	plainLogin    = `org.apache.kafka.common.security.plain.PlainLoginModule required username="u" password="p";`
	scramLogin    = `org.apache.kafka.common.security.scram.ScramLoginModule required username="u" password="p";`
)

// pools are by key, the keys of Streams' clients without their prefix.
var pools = map[string]pool{
	"bootstrap.servers": {[]string{"127.0.0.1:9092", "localhost:9092", "127.0.0.1:9092,127.0.0.1:9093", " 127.0.0.1:9092 , localhost:9093", "[::1]:9092",
		"PLAINTEXT://127.0.0.1:9092", "127.0.0.1:9092,", "127.0.0.1:0"},
		[]string{"", " ", "127.0.0.1", "localhost", "127.0.0.1:port", "127.0.0.1:99999", ":9092", "http://", "127.0.0.1;9092", "127.0.0.1:9092;127.0.0.1:9093", ",", "127.0.0.1:9092,localhost"}},
	"bootstrap.controllers": {[]string{"127.0.0.1:9093"}, []string{"", "127.0.0.1"}},
	"client.id":             {[]string{"orders", "a b", "", "ä"}, nil},
	"client.rack":           {[]string{"", "eu-1a"}, nil},
	"group.id":              {[]string{"orders", "a b", "orders ", "g1"}, []string{"", " "}},
	"group.instance.id":     {[]string{"orders-1", "a.b_c-d", strings.Repeat("x", 249)}, []string{"", " ", "a b", ".", "..", "a/b", "ä", strings.Repeat("x", 250), "a:b"}},
	"group.remote.assignor": {[]string{"uniform", "range", ""}, nil},
	"transactional.id":      {[]string{"orders-tx", "a b", "x"}, []string{"", " "}},
	"application.id":        {[]string{"orders", "a b"}, []string{"", " "}},
	"application.server":    {[]string{"", "127.0.0.1:8080"}, []string{"127.0.0.1", "nonsense"}},
	"auto.offset.reset":     {[]string{"latest", "earliest", "none"}, []string{"by_duration:PT1H", "by_duration:P7D", "by_duration:7d", "by_duration:-PT1H", "by_duration:", "by_duration", "smallest", "EARLIEST", "Latest", "", "latest "}},
	"compression.type":      {[]string{"none", "gzip", "snappy", "lz4", "zstd"}, []string{"GZIP", "zstd ", "", "producer", "brotli", "uncompressed"}},
	"security.protocol":     {[]string{"PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL", "plaintext", "ssl", "sasl_ssl"}, []string{"TLS", "", "SASL-SSL", "SSL ", "SASL"}},
	"sasl.mechanism":        {[]string{"PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512", "GSSAPI"}, []string{"", " ", "plain", "SCRAM", "OAUTHBEARER", "PLAIN "}},
	"sasl.jaas.config": {[]string{plainLogin, scramLogin, strings.ReplaceAll(plainLogin, " required", "\trequired")},
		[]string{"", " ", strings.TrimSuffix(plainLogin, ";"), plainLogin + " " + scramLogin, "com.sun.security.auth.module.JndiLoginModule required user.provider.url=\"x\";",
			"com.sun.security.auth.module.LdapLoginModule required;", strings.Replace(plainLogin, "required", "must", 1), strings.Replace(plainLogin, "required ", "", 1),
			strings.ReplaceAll(plainLogin, `"`, ""), `username="u" password="p"`, "org.example.NoLoginModule required;", strings.Replace(plainLogin, "required", "REQUIRED", 1),
			strings.Replace(plainLogin, `"u"`, `"u`, 1), strings.Replace(plainLogin, "=", " ", 1)}},
	"sasl.kerberos.service.name":            {[]string{"kafka"}, []string{"", " "}},
	"sasl.login.class":                      {nil, []string{"org.example.Login", ""}},
	"sasl.oauthbearer.token.endpoint.url":   {nil, []string{"http://127.0.0.1:1/token", "nonsense", "", "ftp://127.0.0.1/"}},
	"sasl.oauthbearer.jwks.endpoint.url":    {nil, []string{"http://127.0.0.1:1/jwks", "nonsense", ""}},
	"ssl.keystore.location":                 {[]string{"keystore.p12"}, []string{"", "missing.p12"}},
	"ssl.keystore.password":                 {[]string{"secret"}, []string{""}},
	"ssl.key.password":                      {[]string{"secret"}, []string{""}},
	"ssl.keystore.type":                     {[]string{"PKCS12", "JKS"}, []string{"PEM", "pkcs12", "", "P12"}},
	"ssl.keystore.key":                      {nil, []string{"-----BEGIN PRIVATE KEY-----", ""}},
	"ssl.keystore.certificate.chain":        {nil, []string{"-----BEGIN CERTIFICATE-----", ""}},
	"ssl.truststore.location":               {[]string{"keystore.p12"}, []string{"", "missing.p12"}},
	"ssl.truststore.password":               {[]string{"secret"}, []string{""}},
	"ssl.truststore.type":                   {[]string{"PKCS12", "JKS"}, []string{"PEM", "", "pkcs12"}},
	"ssl.truststore.certificates":           {nil, []string{"-----BEGIN CERTIFICATE-----", ""}},
	"ssl.protocol":                          {[]string{"TLS", "TLSv1.2", "TLSv1.3"}, []string{"SSL", "TLSv1.4", "", "tls"}},
	"ssl.enabled.protocols":                 {[]string{"TLSv1.2", "TLSv1.3", "TLSv1.2,TLSv1.3", " TLSv1.2 , TLSv1.3 "}, []string{"", "TLSv1.4", "TLSv1.2,TLSv1.2", "TLSv1.2,"}},
	"ssl.cipher.suites":                     {[]string{"TLS_AES_256_GCM_SHA384"}, []string{"", "NONE", "TLS_AES_256_GCM_SHA384,TLS_AES_256_GCM_SHA384"}},
	"ssl.provider":                          {[]string{"SunJSSE"}, []string{"", "NoProvider"}},
	"ssl.keymanager.algorithm":              {[]string{"SunX509", "PKIX"}, []string{"", "X"}},
	"ssl.trustmanager.algorithm":            {[]string{"PKIX"}, []string{"", "X"}},
	"ssl.secure.random.implementation":      {[]string{"SHA1PRNG"}, []string{"", "X"}},
	"ssl.endpoint.identification.algorithm": {[]string{"https", "", "HTTPS"}, []string{"none", "X"}},
	"ssl.engine.factory.class":              {[]string{"org.apache.kafka.common.security.ssl.DefaultSslEngineFactory"}, []string{"", "org.example.Engine"}},
	"security.providers":                    {nil, []string{"", "org.example.Provider"}},
	"metric.reporters":                      {[]string{"org.apache.kafka.common.metrics.JmxReporter", ""}, []string{"org.example.Reporter", ","}},
	"interceptor.classes":                   {[]string{""}, []string{"org.example.Interceptor", ","}},
	"config.providers":                      {[]string{""}, []string{"file", "vault"}},
	"key.serializer":                        {[]string{serialization + "StringSerializer", serialization + "LongSerializer", serialization + "ByteArraySerializer "}, []string{"", " ", "StringSerializer", "org.example.S"}},
	"key.deserializer":                      {[]string{serialization + "StringDeserializer", serialization + "LongDeserializer", serialization + "BytesDeserializer "}, []string{"", " ", "StringDeserializer", "org.example.D"}},
	"partitioner.class":                     {[]string{"org.apache.kafka.clients.producer.RoundRobinPartitioner"}, []string{"", "org.apache.kafka.clients.producer.internals.DefaultPartitioner", "org.example.P"}},
	"partition.assignment.strategy": {[]string{assignor + "RangeAssignor", assignor + "CooperativeStickyAssignor", assignor + "RangeAssignor," + assignor + "CooperativeStickyAssignor", assignor + "StickyAssignor", assignor + "RoundRobinAssignor, " + assignor + "RangeAssignor"},
		[]string{"", "range", "org.example.A", assignor + "RangeAssignor," + assignor + "RangeAssignor", assignor + "RangeAssignor,"}},
	"default.key.serde":          {[]string{serialization + "Serdes$StringSerde", serialization + "Serdes$LongSerde"}, []string{"", serialization + "StringSerializer", serialization + "Serdes.StringSerde", "org.example.S"}},
	"topology.optimization":      {[]string{"none", "all", ""}, []string{"ALL", "reuse.ktable.source.topics", "reuse.ktable.source.topics,merge.repartition.topics", "all,none", "single.store.self.join", "x", "all "}},
	"rack.aware.assignment.tags": {[]string{"", "zone"}, []string{"zone,cluster", "zone,zone", "a,b,c,d,e,f", "this.tag.key.is.much.too.long"}},
	"client.tag.zone":            {[]string{"eu-1a"}, []string{"", "this.tag.value.is.much.too.long.indeed"}},
	// Clients of 3.9 that are closed spin with 0.
	"metadata.recovery.rebootstrap.trigger.ms": {[]string{"1000", "300000"}, wrongNumbers},
	"built.in.metrics.version":                 {[]string{"latest"}, []string{"0.10.0-2.4", "", "LATEST", "latest "}},
	"state.dir":                                {[]string{"state"}, []string{""}},
	"default.timestamp.extractor":              {[]string{"org.apache.kafka.streams.processor.WallclockTimestampExtractor"}, []string{"", "org.example.T"}},
	"windowed.inner.class.serde":               {[]string{serialization + "Serdes$StringSerde"}, []string{"", "org.example.W"}},
	"default.dsl.store":                        {[]string{"rocksDB", "in_memory"}, []string{"", "ROCKS_DB", "rocksdb", "inmemory"}},
}

const assignor = "org.apache.kafka.clients.consumer."

func init() {
	same := map[string]string{
		"value.serializer": "key.serializer", "value.deserializer": "key.deserializer", "default.value.serde": "default.key.serde",
		"timestamp.extractor": "default.timestamp.extractor", "key.serde": "default.key.serde", "value.serde": "default.key.serde",
		"default.windowed.key.serde.inner": "windowed.inner.class.serde", "default.windowed.value.serde.inner": "windowed.inner.class.serde",
	}
	for key, like := range same {
		pools[key] = pools[like]
	}
}

// badClasses are for the keys that take a class and have no pool.
var badClasses = []string{"", " ", "org.example.Missing", "nonsense"}

// numbers are boundaries of the clients' checks, and what people write for numbers.
var numbers = []string{"0", "1", "2", "3", "5", "6", "10", "100", "500", "999", "1000", "3000", "5000", "6000", "9999", "10000", "10001", "15000", "30000",
	"30001", "45000", "60000", "120000", "300000", "2147483647"}

var wrongNumbers = []string{"", " ", "1s", "10MB", "-1", "-2", "1.5", "1e3", "0x10", "1_000", "1,000", "2147483648", "-2147483649", "9223372036854775807",
	"9223372036854775808", "true", "null", "5 ms", "+-5", "--5", "５"}

// good returns a value that the key takes as far as its type, values and range say, in
// one of the spellings that its reader takes.
func good(r *rand.Rand, k *catalog.Key, version []int) string {
	if p, ok := poolOf(k.Name); ok && len(p.good) > 0 {
		return pick(r, p.good)
	}
	switch v := k.ValuesAt(version); {
	case k.Type == catalog.Boolean:
		return pick(r, []string{"true", "false", "true", "false", "TRUE", "False", "true "})
	case len(v) > 0:
		return spelled(r, pick(r, v))
	case k.Type == catalog.Int || k.Type == catalog.Long:
		return spelled(r, number(r, k))
	case k.Type == catalog.Double:
		if k.Range != nil {
			return pick(r, []string{format(k.Range.Min), format((k.Range.Min + min(k.Range.Max, 1)) / 2)})
		}
		return pick(r, []string{"0.5", "0.8", "1", "1d", " .5"})
	}
	if text, ok := k.Default(version); ok {
		return text
	}
	return pick(r, []string{"x", "a b", ""})
}

func number(r *rand.Rand, k *catalog.Key) string {
	if k.Range != nil && r.IntN(4) == 0 {
		if end := pick(r, []float64{k.Range.Min, k.Range.Max}); end > -1e18 && end < 1e18 {
			return format(end)
		}
	}
	for range 10 {
		if n := pick(r, numbers); k.Range == nil || within(k.Range, n) {
			return n
		}
	}
	return "1"
}

func within(r *catalog.Range, text string) bool {
	n, err := strconv.ParseFloat(text, 64)
	return err == nil && r.Min <= n && n <= r.Max
}

// spelled adds what the reader passes over.
func spelled(r *rand.Rand, text string) string {
	switch r.IntN(20) {
	case 0:
		return text + " "
	case 1:
		return text + "\t"
	}
	return text
}

// bad returns a value that the key's reader has reason to look at twice; it may still be
// a valid one.
func bad(r *rand.Rand, k *catalog.Key, version []int) string {
	if p, ok := poolOf(k.Name); ok && len(p.bad) > 0 {
		return pick(r, p.bad)
	}
	switch v := k.ValuesAt(version); {
	case k.Type == catalog.Boolean:
		return pick(r, []string{"yes", "no", "1", "0", "", " ", "tru", "on", "truefalse", "null"})
	case len(v) > 0:
		one := pick(r, v)
		return pick(r, []string{strings.ToUpper(one), strings.ToLower(one), "", " ", one + "x", "nonsense", one + " " + one, one + "," + one, "," + one, one + ","})
	case k.Type == catalog.Int || k.Type == catalog.Long:
		if k.Range != nil && r.IntN(3) == 0 {
			return pick(r, []string{format(k.Range.Min - 1), format(k.Range.Max + 1)})
		}
		return pick(r, wrongNumbers)
	case k.Type == catalog.Double:
		if k.Range != nil && r.IntN(2) == 0 {
			return pick(r, []string{format(k.Range.Min - 0.01), format(k.Range.Max + 0.01), format(k.Range.Max)})
		}
		return pick(r, []string{"", "x", "NaN", "Infinity", "-Infinity", "1e400", "0x1p3", "1_0", "0,5", "1D", "-0.0", "-1"})
	case k.Type == catalog.Class:
		return pick(r, badClasses)
	case k.Type == catalog.List:
		return pick(r, []string{"", " ", ",", "x,x", "x,,y", "x,", " x , y "})
	}
	return pick(r, []string{"", " ", "x", "a,b", "ä"})
}

func poolOf(key string) (pool, bool) {
	p, ok := pools[key]
	return p, ok
}

func format(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

func pick[T any](r *rand.Rand, of []T) T { return of[r.IntN(len(of))] }
