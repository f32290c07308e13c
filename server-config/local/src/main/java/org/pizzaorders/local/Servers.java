package org.pizzaorders.local;

import org.pizzaorders.local.files.Secrets;
import org.pizzaorders.local.server.ApplicationServer;
import org.pizzaorders.local.server.ServerKind;
import org.pizzaorders.local.server.StackSettings;
import org.pizzaorders.local.server.micro.MicroServer;
import org.pizzaorders.local.server.payara.PayaraServer;
import org.pizzaorders.local.server.wildfly.WildflyServer;

/** Makes the application servers of a {@link Stack}. */
final class Servers {

    private Servers() {}

    static ApplicationServer first(StackSettings settings, Secrets secrets) {
        ServerKind kind = settings.server();
        return make(kind, kind.title(), kind.key(), settings, secrets);
    }

    /** Makes another instance on the same databases and topics, with its own folder and ports. */
    static ApplicationServer another(int number, StackSettings settings, Secrets secrets) {
        ServerKind kind = settings.server();
        return make(kind, kind.title() + " " + number, kind.key() + "-" + number, settings.forAnotherServer(), secrets);
    }

    private static ApplicationServer make(
            ServerKind kind, String name, String folder, StackSettings settings, Secrets secrets) {
        return switch (kind) {
            case PAYARA -> new PayaraServer(name, folder, settings, secrets);
            case WILDFLY -> new WildflyServer(name, folder, settings, secrets);
            case MICRO -> MicroServer.chosen(name, folder, settings, secrets);
        };
    }
}
