package catalog

import (
	"strings"
	"testing"
	"testing/quick"
)

func TestIsSecret(t *testing.T) {
	for _, key := range []string{
		// Kafka, as the clients have it and as frameworks and images spell it.
		"ssl.keystore.password", "ssl.truststore.password", "ssl.key.password", "ssl.keystore.key", "sasl.jaas.config",
		"sasl.oauthbearer.client.credentials.client.secret", "sasl.oauthbearer.assertion.private.key.passphrase",
		"password.encoder.secret", "delegation.token.master.key", "delegation.token.secret.key",
		"producer.override.sasl.jaas.config", "listener.name.internal.scram-sha-256.sasl.jaas.config",
		"spring.kafka.ssl.key-store-password", "spring.kafka.ssl.keyStorePassword", "spring.kafka.ssl.key-password",
		"spring.kafka.ssl.key-store-key", "spring.kafka.properties[sasl.jaas.config]", "spring.kafka.jaas.options.password",
		"spring.kafka.properties.sasl.jaas.config", "SPRING_KAFKA_SSL_TRUSTSTOREPASSWORD",
		"KAFKA_SSL_KEYSTORE_PASSWORD", "CONNECT_SASL_JAAS_CONFIG", "CONNECT_CONSUMER_SASL_JAAS_CONFIG",
		"KAFKA_LISTENER_NAME_INTERNAL_PLAIN_SASL_JAAS_CONFIG", "KAFKA_LDAP_JAVA_NAMING_SECURITY_CREDENTIALS",
		"mp.messaging.incoming.orders.sasl.jaas.config", "ssl.clientstorepassword",
		// Other clients.
		"sasl.password", "saslPassword", "ssl.key.pem", "sasl.oauthbearer.config", "sasl_plain_password", "ssl_password",
		"Net.SASL.Password",
		// Schema registry and connectors.
		"basic.auth.user.info", "value.converter.schema.registry.basic.auth.user.info",
		"CONNECT_VALUE_CONVERTER_BASIC_AUTH_USER_INFO", "database.password", "connection.password", "connectionPassword",
		"snowflake.private.key", "snowflake.private.key.passphrase", "salesforce.password.token", "salesforce.consumer.secret",
		"aws.secret.access.key", "AWS_SECRET_ACCESS_KEY", "s3.secret-key", "azblob.account.key", "azure.cosmos.auth.aad.clientSecret",
		"oauth.refresh.token", "github.access.token", "bearer.token", "token", "TOKEN", "client.secret", "clientSecret", "kafka.api.key",
		"kafka.api.secret", "apiKey", "api-key", "apikey", "gcp.credentials.json", "clientCredentials", "credential",
		"schema.registry.credential", "config.providers.secret.param.master.encryption.key", "s3.sse.customer.key", "jaas",
		"jaasConfig", "saslJaasConfig", "users[0].password",
		// Databases and images of compose files.
		"POSTGRES_PASSWORD", "PGPASSWORD", "KAFKA_CLIENT_PASSWORDS", "aws.secret.key.id", "api.key.value", "SA_PASSWORD", "ORACLE_PWD", "MYSQL_ROOT_PASSWORD", "SUPERSET_SECRET_KEY",
		"javax.net.ssl.keyStorePassword", "passphrase", "passwd", "pwd", "secret",
		// Flink.
		"security.ssl.internal.keystore-password", "fs.azure.account.key.myaccount.blob.core.windows.net",
		"avro-confluent.basic-auth.user-info", "basic-auth", "password",
	} {
		if !IsSecret(key) {
			t.Errorf("%s is not taken for a secret", key)
		}
	}
	for _, key := range []string{
		"", ".", "acks", "key", "secrets",
		"sasl.username", "saslUsername", "sasl_plain_username", "username", "database.user", "sasl.mechanism", "security.protocol",
		"ssl.keystore.location", "ssl.keystore.type", "ssl.key.location", "ssl.certificate.location", "ssl.ca.location",
		"ssl.keystore.certificate.chain", "ssl.truststore.certificates", "spring.kafka.ssl.trust-store-certificates",
		"KAFKA_SSL_KEYSTORE_CREDENTIALS", "KAFKA_SSL_KEY_CREDENTIALS", "KAFKA_SSL_TRUSTSTORE_CREDENTIALS", // names of files
		"key.serializer", "key.deserializer", "value.deserializer", "mp.messaging.incoming.orders.key.deserializer", "key.converter",
		"CONNECT_INTERNAL_KEY_CONVERTER", "internal.key.converter", "key.converter.schemas.enable", "primary.key", "primary.key.mode",
		"message.key.columns", "transforms.key.field", "key.format", "key.fields", "topic.key.ignore", "default.key.serde",
		"sasl.oauthbearer.token.endpoint.url", "oauthTokenEndpointUri", "token.endpoint.url", "oauth2.token.url",
		"sasl.login.callback.handler.class", "sasl.kerberos.service.name", "sasl.kerberos.keytab", "java.security.auth.login.config",
		"sasl.oauthbearer.assertion.private.key.file", "sasl.oauthbearer.client.credentials.client.id",
		"basic.auth.credentials.source", "CONNECT_VALUE_CONVERTER_BASIC_AUTH_CREDENTIALS_SOURCE", "aws.credentials.provider.class",
		"confluent.metadata.http.auth.credentials.provider", "config.providers.vault.secret.provider", "secret.manager.enabled",
		"delegation.token.max.lifetime.ms", "delegation.token.expiry.time.ms", "password.encoder.iterations",
		"confluent.metadata.server.token.key.path", "KAFKA_CONFLUENT_METADATA_SERVER_TOKEN_SIGNATURE_ALGORITHM",
		"security.delegation.tokens.enabled", "POSTGRES_PASSWORD_FILE", "password-file", "secretName", "privateKeyFile",
		"passwordSecret", "api.key.name", "public.key.path", "KAFKA_KEY_DESERIALIZER", "AWS_ACCESS_KEY_ID", "aws.access.key.id", "s3.access-key",
		"authorizer.class.name", "schema.registry.url", "connection.url", "max.poll.records", "retention.ms", "auto.offset.reset",
		"high-availability.storageDir", "oauth2.client.id", "unsecuredLoginStringClaim_sub", "partition.key", "routing.key",
		"compression.type", "monkey", "turkey", "keystore", "tokenizer", "secretary.name",
	} {
		if IsSecret(key) {
			t.Errorf("%s is taken for a secret", key)
		}
	}
}

// A prefix does not hide a secret, and neither does the case.
func TestIsSecretWithPrefix(t *testing.T) {
	for name := range passwordNames() {
		if strings.HasSuffix(name, "certificates") || strings.HasSuffix(name, "certificate.chain") {
			continue
		}
		env := strings.ToUpper(strings.ReplaceAll(name, ".", "_"))
		for _, key := range []string{name, "consumer." + name, "a.b.C-d_" + name, "KAFKA_" + env, strings.ReplaceAll(name, ".", "-")} {
			if !IsSecret(key) {
				t.Errorf("%s is not taken for a secret", key)
			}
		}
	}
}

func passwordNames() map[string]bool {
	m := map[string]bool{}
	for f := range records("data/passwords.tsv", 1) {
		m[dotted(f[0])] = true
	}
	return m
}

func TestDotted(t *testing.T) {
	for in, want := range map[string]string{
		"sslKeystorePassword": "ssl.keystore.password", "SSL_KEYSTORE_PASSWORD": "ssl.keystore.password",
		"ssl.key-store-password": "ssl.key.store.password", "properties[sasl.jaas.config]": "properties.sasl.jaas.config",
		"": "", "...": "", "a..b": "a.b", "Net.SASL.Password": "net.sasl.password", "x1Y": "x1y",
	} {
		if got := dotted(in); got != want {
			t.Errorf("dotted(%q) = %q; want %q", in, got, want)
		}
	}
	if err := quick.Check(func(s string) bool { return dotted(dotted(s)) == dotted(s) }, nil); err != nil {
		t.Error(err)
	}
}
