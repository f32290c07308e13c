package org.pizzaorders.local;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pizzaorders.local.files.Folders;
import org.pizzaorders.local.part.LocalRunException;
import org.pizzaorders.local.part.Port;

/** Checks what is needed before anything starts. Each refusal is one line that says what to do. */
final class Preflight {

    private static final int OLDEST_JAVA = 17;
    private static final long NEEDED_MEGABYTES = 1_800;
    private static final Pattern AVAILABLE = Pattern.compile("MemAvailable:\\s+([0-9]+) kB");

    private Preflight() {}

    static void check() {
        requireJava(Runtime.version().feature());
        requireMemory(availableMegabytes());
    }

    static void requireJava(int version) {
        if (version < OLDEST_JAVA) {
            throw new LocalRunException(
                    "Pizza Orders needs JDK 17 or newer. This is " + version + ". Set JAVA_HOME to a newer one.");
        }
    }

    static void requireMemory(long megabytes) {
        if (megabytes < NEEDED_MEGABYTES) {
            throw new LocalRunException("Pizza Orders needs " + NEEDED_MEGABYTES + " MB of free memory, there are "
                    + megabytes + " MB: close other programs, or give the container more.");
        }
    }

    /** Checks ports before the first part starts, so that an occupied port leaves nothing half started. */
    static void requireFreePorts(Map<Port, Integer> ports) {
        Arrays.stream(Port.values()).forEach(port -> port.requireFree(ports.get(port)));
    }

    /** The memory of the container or machine, or only the free part of it, if the system reports that. */
    private static long availableMegabytes() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long total = system.getTotalMemorySize() / (1 << 20);
        Path file = Path.of("/proc/meminfo");
        if (!Files.isReadable(file)) {
            return total;
        }
        Matcher available = AVAILABLE.matcher(Folders.read(file));
        return available.find() ? Math.min(total, Long.parseLong(available.group(1)) / 1024) : total;
    }
}
