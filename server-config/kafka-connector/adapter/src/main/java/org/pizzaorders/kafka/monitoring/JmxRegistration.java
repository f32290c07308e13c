package org.pizzaorders.kafka.monitoring;

import static java.lang.System.Logger.Level.WARNING;

import java.lang.management.ManagementFactory;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;

/**
 * One consumer's MXBean, {@code org.pizzaorders.kafka:type=Consumer,group=…,activation=…}. The activation is the
 * consumer's id, with a number appended if another adapter in the same server uses that id. If the server refuses the
 * registration, the consumer still works.
 */
final class JmxRegistration {

    private static final System.Logger LOG = System.getLogger(JmxRegistration.class.getName());

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private ObjectName name;

    static JmxRegistration of(String id, WatchedConsumer consumer) {
        JmxRegistration registration = new JmxRegistration();
        try {
            registration.register(id, consumer);
        } catch (JMException | RuntimeException e) {
            LOG.log(WARNING, "Consumer {0} is not shown over JMX: {1}", id, e.toString());
        }
        return registration;
    }

    private void register(String id, WatchedConsumer consumer) throws JMException {
        StandardMBean bean = new StandardMBean(new ConsumerBean(id, consumer), ConsumerMXBean.class, true);
        for (int number = 1; name == null; number++) {
            ObjectName candidate = name(consumer.groupId(), number == 1 ? id : id + "." + number);
            try {
                name = server.registerMBean(bean, candidate).getObjectName();
            } catch (InstanceAlreadyExistsException e) {
                // The name belongs to another deployment, so try the next number.
            }
        }
    }

    private static ObjectName name(String group, String activation) throws JMException {
        return new ObjectName(
                "org.pizzaorders.kafka:type=Consumer,group=" + value(group) + ",activation=" + value(activation));
    }

    private static String value(String text) {
        return text.matches("[\\w.-]+") ? text : ObjectName.quote(text);
    }

    synchronized void unregister() {
        if (name == null) {
            return;
        }
        try {
            server.unregisterMBean(name);
            name = null;
        } catch (JMException | RuntimeException e) {
            LOG.log(WARNING, "{0} was not taken out of JMX: {1}", name, e.toString());
        }
    }
}
