import com.sun.tools.attach.VirtualMachine;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * The consumers of a running server of any kind, over JMX: run on its machine, as its user, with nothing but a JDK.
 *
 * <pre>
 * java Consumers.java 4711                 shows those of the server with that process id
 * java Consumers.java 4711 stop payments   the one of that id leaves its group; start, pause and resume likewise
 * java Consumers.java 4711 seek payments order-events 0 42 "Restored from a backup."
 *                                          it goes on at offset 42 of partition 0
 * java Consumers.java 4711 seekToTime payments order-events 2030-01-02T03:04:05Z "Restored from a backup."
 *                                          it goes on at that time in all partitions that it has on this server
 * java Consumers.java 4711 skipCorruptBatch payments order-events 0 42 "The disk of broker 2 was bad."
 *                                          it goes on behind the batch that cannot be read
 * </pre>
 */
final class Consumers {

    /** Each with what follows the consumer's id. */
    private static final Map<String, List<String>> OPERATIONS = Map.of(
            "stop", List.of(),
            "start", List.of(),
            "pause", List.of(),
            "resume", List.of(),
            "seek", List.of("topic", "partition", "offset", "reason"),
            "seekToTime", List.of("topic", "time", "reason"),
            "skipCorruptBatch", List.of("topic", "partition", "offset", "reason"));

    private final MBeanServerConnection server;

    private Consumers(MBeanServerConnection server) {
        this.server = server;
    }

    public static void main(String[] arguments) throws Exception {
        if (!isUsage(List.of(arguments))) {
            System.err.println("java Consumers.java <process id> [<operation> <consumer> [<argument> ...]]");
            new TreeSet<>(OPERATIONS.keySet())
                    .forEach(each -> System.err.println("  " + each + " <consumer>" + shown(OPERATIONS.get(each))));
            System.exit(2);
        }
        var machine = VirtualMachine.attach(arguments[0]);
        try (var connector = JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()))) {
            var consumers = new Consumers(connector.getMBeanServerConnection());
            if (arguments.length > 1) {
                consumers.invoke(arguments[1], arguments[2], List.of(arguments).subList(3, arguments.length));
            }
            consumers.show();
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } finally {
            machine.detach();
        }
    }

    private static boolean isUsage(List<String> arguments) {
        if (arguments.size() < 3) {
            return arguments.size() == 1;
        }
        var wanted = OPERATIONS.get(arguments.get(1));
        return wanted != null
                && arguments.size() == 3 + wanted.size()
                && arguments.stream().noneMatch(String::isBlank);
    }

    private static String shown(List<String> names) {
        return String.join("", names.stream().map(each -> " <" + each + ">").toList());
    }

    /** Returns when it is done: a consumer that stops finishes what is under way first. */
    private void invoke(String operation, String id, List<String> given) throws Exception {
        var names = OPERATIONS.get(operation);
        var types = names.stream().map(Consumers::type).toArray(String[]::new);
        var values = new Object[names.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(names.get(i), given.get(i));
        }
        var found = names("activation=" + id + ",*");
        if (found.isEmpty()) {
            throw new IllegalArgumentException("There is no consumer " + id);
        }
        for (var name : found) {
            invoke(name, operation, values, types);
        }
    }

    private void invoke(ObjectName name, String operation, Object[] values, String[] types) throws Exception {
        try {
            server.invoke(name, operation, values, types);
        } catch (RuntimeMBeanException | JMException e) {
            throw new IllegalArgumentException("Refused: " + (e.getCause() == null ? e : e.getCause()).getMessage());
        }
    }

    private static String type(String name) {
        return switch (name) {
            case "partition" -> "int";
            case "offset" -> "long";
            default -> "java.lang.String";
        };
    }

    private static Object value(String name, String given) {
        try {
            return switch (name) {
                case "partition" -> Integer.valueOf(given);
                case "offset" -> Long.valueOf(given);
                default -> given;
            };
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("No number as " + name + ": " + given);
        }
    }

    private void show() throws Exception {
        System.out.printf("%-16s %-10s %6s %10s %8s%n", "consumer", "state", "lag", "delivered", "failed");
        for (var name : names("*")) {
            try {
                show(name);
            } catch (InstanceNotFoundException e) {
                // It has gone since its name was read, for example with the application.
            }
        }
    }

    private void show(ObjectName name) throws Exception {
        var row = String.format(
                "%-16s %-10s %6s %10s %8s",
                name.getKeyProperty("activation"),
                server.getAttribute(name, "State"),
                server.getAttribute(name, "Lag"),
                server.getAttribute(name, "Delivered"),
                server.getAttribute(name, "Failed"));
        var corrupt = (Map<?, ?>) server.getAttribute(name, "CorruptBatches");
        System.out.println(row);
        corrupt.forEach((partition, offset) -> System.out.println("  corrupt: " + partition + " at " + offset));
    }

    private Set<ObjectName> names(String properties) throws Exception {
        return new TreeSet<>(
                server.queryNames(new ObjectName("org.pizzaorders.kafka:type=Consumer," + properties), null));
    }
}
