package org.pizzaorders.kafka.container;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.pizzaorders.local.broker.KafkaBroker;
import org.pizzaorders.local.part.Ports;

/** A broker with a listener that does not let in everybody, and one that does: the test's own clients use that. */
public final class SecuredBroker implements AutoCloseable {

    private static final int ITERATIONS = 4096;

    private final int port = Ports.free();
    private final KafkaBroker broker;

    private SecuredBroker(Path home, Map<String, String> security) {
        this(home, security, List.of());
    }

    /** @param options of its JVM */
    private SecuredBroker(Path home, Map<String, String> security, List<String> options) {
        Map<String, String> settings = new HashMap<>(security);
        settings.put("listeners", "SECURED://" + Ports.LOOPBACK + ":" + port);
        broker = new KafkaBroker(home, Ports.free(), settings, options);
        broker.start();
    }

    /** By name and password; has no users yet. */
    public static SecuredBroker scram(Path home) {
        return new SecuredBroker(home, passwords());
    }

    /** By name and password, and whoever is in may do only what was {@link #grant}ed. */
    public static SecuredBroker guarded(Path home) {
        Map<String, String> security = new HashMap<>(passwords());
        security.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        security.put("super.users", "User:ANONYMOUS");
        return new SecuredBroker(home, security);
    }

    private static Map<String, String> passwords() {
        return Map.of(
                "listener.security.protocol.map", "SECURED:SASL_PLAINTEXT",
                "sasl.enabled.mechanisms", "SCRAM-SHA-512",
                "listener.name.secured.scram-sha-512.sasl.jaas.config",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required;");
    }

    /** By TLS, on which both sides show a certificate. */
    public static SecuredBroker mutualTls(Path home, KeyStores keys) {
        return new SecuredBroker(
                home,
                Map.of(
                        "listener.security.protocol.map",
                        "SECURED:SSL",
                        "listener.name.secured.ssl.client.auth",
                        "required",
                        "listener.name.secured.ssl.keystore.location",
                        keys.store("broker"),
                        "listener.name.secured.ssl.keystore.password",
                        KeyStores.PASSWORD,
                        "listener.name.secured.ssl.truststore.location",
                        keys.trusting("pizza"),
                        "listener.name.secured.ssl.truststore.password",
                        KeyStores.PASSWORD));
    }

    /** By a token of the provider, whose key the broker fetches from there. */
    public static SecuredBroker tokens(Path home, TokenEndpoint provider) {
        String mechanism = "listener.name.secured.oauthbearer.";
        return new SecuredBroker(
                home,
                Map.of(
                        "listener.security.protocol.map",
                        "SECURED:SASL_PLAINTEXT",
                        "sasl.enabled.mechanisms",
                        "OAUTHBEARER",
                        mechanism + "sasl.jaas.config",
                        "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;",
                        mechanism + "sasl.server.callback.handler.class",
                        "org.apache.kafka.common.security.oauthbearer.OAuthBearerValidatorCallbackHandler",
                        mechanism + "sasl.oauthbearer.jwks.endpoint.url",
                        provider.keys(),
                        mechanism + "sasl.oauthbearer.expected.issuer",
                        provider.issuer(),
                        mechanism + "sasl.oauthbearer.expected.audience",
                        TokenEndpoint.AUDIENCE),
                List.of(provider.allowingOption()));
    }

    public String open() {
        return broker.bootstrapServers();
    }

    public String secured() {
        return Ports.LOOPBACK + ":" + port;
    }

    /** Makes the user, or changes the password. */
    public void user(String name, String password) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", open()))) {
            ScramCredentialInfo kind = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS);
            admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(name, kind, password)))
                    .all()
                    .get();
        }
    }

    public void grant(String user, ResourceType type, String name, AclOperation operation)
            throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", open()))) {
            AclBinding right = new AclBinding(
                    new ResourcePattern(type, name, PatternType.LITERAL),
                    new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW));
            admin.createAcls(List.of(right)).all().get();
        }
    }

    /** The login as a client has it. */
    public static String login(String name, String password) {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + name + "\" password=\""
                + password + "\";";
    }

    @Override
    public void close() {
        broker.close();
    }
}
