import com.sun.tools.attach.VirtualMachine;
import java.util.Set;
import java.util.TreeSet;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * The consumers of a running server of any kind, over JMX: run on its machine, as its user, with nothing but a JDK.
 *
 * <pre>
 * java Consumers.java 4711                 shows those of the server with that process id
 * java Consumers.java 4711 stop payments   the one of that id leaves its group; start, pause and resume likewise
 * </pre>
 */
final class Consumers {

    private static final Set<String> OPERATIONS = Set.of("stop", "start", "pause", "resume");

    private final MBeanServerConnection server;

    private Consumers(MBeanServerConnection server) {
        this.server = server;
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 1 && (arguments.length != 3 || !OPERATIONS.contains(arguments[1]))) {
            System.err.println("java Consumers.java <process id> [stop|start|pause|resume <consumer>]");
            System.exit(2);
        }
        var machine = VirtualMachine.attach(arguments[0]);
        try (var connector = JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()))) {
            var consumers = new Consumers(connector.getMBeanServerConnection());
            if (arguments.length == 3) {
                consumers.invoke(arguments[1], arguments[2]);
            }
            consumers.show();
        } finally {
            machine.detach();
        }
    }

    /** Returns when it is done: a consumer that stops finishes what is under way first. */
    private void invoke(String operation, String id) throws Exception {
        var found = names("activation=" + id + ",*");
        if (found.isEmpty()) {
            System.err.println("There is no consumer " + id);
            System.exit(1);
        }
        for (var name : found) {
            server.invoke(name, operation, null, null);
        }
    }

    private void show() throws Exception {
        System.out.printf("%-16s %-10s %6s %10s %8s%n", "consumer", "state", "lag", "delivered", "failed");
        for (var name : names("*")) {
            System.out.printf(
                    "%-16s %-10s %6s %10s %8s%n",
                    name.getKeyProperty("activation"),
                    server.getAttribute(name, "State"),
                    server.getAttribute(name, "Lag"),
                    server.getAttribute(name, "Delivered"),
                    server.getAttribute(name, "Failed"));
        }
    }

    private Set<ObjectName> names(String properties) throws Exception {
        return new TreeSet<>(
                server.queryNames(new ObjectName("org.pizzaorders.kafka:type=Consumer," + properties), null));
    }
}
