package org.pizzaorders.incontainer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.pizzaorders.local.Stack;
import org.pizzaorders.local.part.Port;
import org.pizzaorders.local.part.Progress;
import org.pizzaorders.local.server.ServerKind;
import org.pizzaorders.local.server.StackSettings;

/**
 * Starts a server without the application before the first test, for Arquillian to deploy to, and stops it after the
 * last. Only where the build asks for it: other tests have no use for it.
 */
public class ServerForTests implements LauncherSessionListener {

    private static final Map<String, Port> LISTENERS = Map.of(
            "http-listener-1", Port.HTTP,
            "menu-listener", Port.MENU,
            "orders-listener", Port.ORDERS,
            "payments-listener", Port.PAYMENTS,
            "notifications-listener", Port.NOTIFICATIONS);

    private Stack stack;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (!Boolean.getBoolean("pizza.in-container")) {
            return;
        }
        var home = Path.of("target", "in-container-tests").toAbsolutePath();
        stack = new Stack(StackSettings.onFreePorts(home, Optional.empty()));
        stack.start(Progress.SILENT);
        if (stack.settings().server() == ServerKind.PAYARA) {
            LISTENERS.forEach(
                    (listener, port) -> writeOut(listener, stack.settings().port(port)));
        }
        // Read by arquillian.xml.
        System.setProperty("pizza.admin-port", Integer.toString(stack.settings().port(Port.ADMIN)));
        System.setProperty("pizza.admin-password", stack.adminPassword());
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (stack != null) {
            stack.close();
        }
    }

    /** Arquillian's client for Payara reads the listeners' ports from the server's settings, and not by way of the environment. */
    private void writeOut(String listener, int port) {
        var settings = URI.create("http://127.0.0.1:" + stack.settings().port(Port.ADMIN)
                + "/management/domain/configs/config/server-config/network-config/network-listeners/network-listener/"
                + listener);
        var credentials =
                Base64.getEncoder().encodeToString(("admin:" + stack.adminPassword()).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(settings)
                .header("Authorization", "Basic " + credentials)
                .header("Accept", "application/json")
                .header("X-Requested-By", "tests")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("port=" + port))
                .build();
        try {
            var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("The server answers " + answer.statusCode() + ": " + answer.body());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
