package org.pizzaorders.local.bench.result;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pizzaorders.local.files.Versions;
import org.pizzaorders.local.server.ServerKind;

/** Describes what the figures were measured on. */
public final class Machine {

    private static final Path CPU = Path.of("/proc/cpuinfo");

    private Machine() {}

    /** @param source a folder of the source code, whose commit is named if git knows it */
    public static Map<String, String> describe(Path source) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("date", Instant.now().truncatedTo(ChronoUnit.MINUTES).toString());
        commit(source).ifPresent(commit -> lines.put("commit", commit));
        lines.put(
                "machine",
                Runtime.getRuntime().availableProcessors() + " cores" + processor() + ", " + memory()
                        + " GB memory; load, PostgreSQL, Kafka, simulator and server share them");
        lines.put(
                "system",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + ", Java "
                        + System.getProperty("java.runtime.version") + " (" + System.getProperty("java.vendor") + ")");
        lines.put("server", ServerKind.chosen().title() + " " + server());
        lines.put("PostgreSQL", Versions.of("postgres") + ", fsync on");
        lines.put("Kafka", Versions.of("kafka"));
        return lines;
    }

    private static String server() {
        return Versions.of(ServerKind.chosen() == ServerKind.WILDFLY ? "wildfly" : "payara");
    }

    private static long memory() {
        return Math.round(
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize() / 1e9);
    }

    private static String processor() {
        try {
            return Files.readAllLines(CPU).stream()
                    .filter(line -> line.startsWith("model name"))
                    .findFirst()
                    .map(line -> " of " + line.substring(line.indexOf(':') + 1).strip())
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }

    private static Optional<String> commit(Path source) {
        return git(source, "rev-parse", "--short=10", "HEAD")
                .map(commit -> git(source, "status", "--porcelain", "--untracked-files=no")
                        .filter(changes -> !changes.isEmpty())
                        .map(changes -> commit + " with changes")
                        .orElse(commit));
    }

    private static Optional<String> git(Path source, String... arguments) {
        List<String> command = new java.util.ArrayList<>(List.of("git", "-C", source.toString()));
        command.addAll(List.of(arguments));
        try {
            Process git = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 ? Optional.of(answer) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
