package org.pizzaorders.kafka.client;

import static java.lang.System.Logger.Level.INFO;

import java.security.Provider;
import java.security.Security;
import java.util.Set;
import org.apache.kafka.common.security.oauthbearer.internals.OAuthBearerSaslClientProvider;
import org.apache.kafka.common.security.scram.internals.ScramSaslClientProvider;

/**
 * The client's own SASL mechanisms (OAUTHBEARER, SCRAM). The client adds them to the JVM's list of providers under fixed
 * names and never takes them back. So after a redeployment the list would keep those of the archive before, whose
 * classes are not ours, and no login would succeed until the server starts again.
 */
public final class LoginMechanisms {

    private static final System.Logger LOG = System.getLogger(LoginMechanisms.class.getName());
    private static final Set<String> OURS =
            Set.of(OAuthBearerSaslClientProvider.class.getName(), ScramSaslClientProvider.class.getName());

    private LoginMechanisms() {}

    /** Puts ours in place of those of any other archive. */
    public static void replace() {
        for (Provider each : Security.getProviders()) {
            Class<?> type = each.getClass();
            if (OURS.contains(type.getName())
                    && type.getClassLoader() != ScramSaslClientProvider.class.getClassLoader()) {
                Security.removeProvider(each.getName());
                LOG.log(INFO, "Replaced {0}, which an archive has left that was deployed before", each.getName());
            }
        }
        OAuthBearerSaslClientProvider.initialize();
        ScramSaslClientProvider.initialize();
    }
}
