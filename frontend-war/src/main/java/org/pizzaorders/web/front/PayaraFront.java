package org.pizzaorders.web.front;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * On Payara, installs a guard before the servlet container while the application is deployed. Other servers need none,
 * because their decoders pass odd paths on or refuse them.
 */
@WebListener
public class PayaraFront implements ServletContextListener {

    private static final Logger LOG = System.getLogger(PayaraFront.class.getName());

    private GuardedListeners guarding;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        try {
            Class.forName("com.sun.enterprise.v3.services.impl.GrizzlyService");
        } catch (ClassNotFoundException e) {
            LOG.log(Level.DEBUG, "This is no Payara: {0}", e.getMessage());
            return;
        }
        try {
            guarding = GuardedListeners.guard();
            LOG.log(Level.INFO, "Listeners that are guarded against odd paths: {0}", guarding.size());
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(Level.WARNING, "Paths that Payara cannot decode are answered by it, with an empty 200", e);
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (guarding != null) {
            guarding.close();
        }
    }
}
