package org.pizzaorders.incontainer;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.pizzaorders.local.Port;
import org.pizzaorders.local.Progress;
import org.pizzaorders.local.Stack;
import org.pizzaorders.local.StackSettings;

/**
 * Starts a server without the application before the first test, for Arquillian to deploy to, and stops it after the
 * last. Only where the build asks for it: other tests have no use for it.
 */
public class ServerForTests implements LauncherSessionListener {

    private Stack stack;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (!Boolean.getBoolean("pizza.in-container")) {
            return;
        }
        var home = Path.of("target", "in-container-tests").toAbsolutePath();
        stack = new Stack(StackSettings.onFreePorts(home, Optional.empty()));
        stack.start(Progress.SILENT);
        // Read by arquillian.xml.
        System.setProperty("pizza.admin-port", Integer.toString(stack.settings().port(Port.ADMIN)));
        System.setProperty("pizza.admin-password", stack.adminPassword());
        System.setProperty("pizza.http-port", Integer.toString(stack.settings().port(Port.HTTP)));
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (stack != null) {
            stack.close();
        }
    }
}
