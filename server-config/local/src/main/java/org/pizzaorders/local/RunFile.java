package org.pizzaorders.local;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.pizzaorders.local.database.DatabaseAccess;
import org.pizzaorders.local.files.Folders;
import org.pizzaorders.local.part.Console;
import org.pizzaorders.local.part.Port;
import org.pizzaorders.local.part.Ports;
import org.pizzaorders.local.part.Processes;
import org.pizzaorders.local.server.StackSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code run.json}: the addresses of everything, while it runs. If the file exists before the start, a killed runner left
 * it. Then the processes that it names are ended first, if they are still the same ones.
 */
final class RunFile {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path file;

    RunFile(Path home) {
        this.file = home.resolve("run.json");
    }

    void write(Stack stack) {
        StackSettings settings = stack.settings();
        DatabaseAccess owner = stack.database().owner();
        Map<String, Long> pids = new LinkedHashMap<>();
        pids.put("runner", ProcessHandle.current().pid());
        pids.put("postgres", stack.postgres().pid());
        pids.put("kafka", stack.kafka().pid());
        pids.put("server", stack.server().pid());
        pids.put("simulator", stack.simulator().pid());

        ObjectNode json = JSON.createObjectNode();
        json.put("http", stack.url());
        json.putNull("https");
        json.put("simulator", stack.simulator().url());
        json.put("kafka", stack.kafka().bootstrapServers());
        json.put("smtp", Ports.LOOPBACK + ":" + settings.port(Port.SMTP));
        json.put(
                "admin",
                stack.server()
                        .console()
                        .map(console -> settings.url(Port.ADMIN))
                        .orElse(null));
        json.putObject("postgres")
                .put("url", owner.url())
                .put("user", owner.user())
                .put("password", owner.password());
        json.set("pids", JSON.valueToTree(pids));
        json.set("started", JSON.valueToTree(startTimes(pids)));
        Folders.writeSecret(file, json.toPrettyString() + "\n");
    }

    void delete() {
        Folders.deleteFile(file);
    }

    /** Ends the processes that a killed runner left. */
    void endLeftovers(Console console) {
        JsonNode left = read();
        left.path("pids").propertyStream().forEach(pid -> {
            long started = left.path("started").path(pid.getKey()).asLong(0);
            ProcessHandle.of(pid.getValue().asLong(0))
                    .filter(process -> started != 0 && started == startTime(process))
                    .filter(process -> process.pid() != ProcessHandle.current().pid())
                    .ifPresent(process -> {
                        console.say(
                                "  Ending " + pid.getKey() + " left over from an earlier run (" + process.pid() + ")");
                        end(process, "postgres".equals(pid.getKey()));
                    });
        });
        delete();
    }

    /** Not PostgreSQL, because on SIGTERM it waits until all clients have left. Its part stops it in another way. */
    private static void end(ProcessHandle process, boolean leaveToPart) {
        if (!leaveToPart) {
            Processes.terminate(process, PATIENCE);
        }
    }

    private JsonNode read() {
        try {
            String text = Folders.read(file);
            return text.isBlank() ? JSON.createObjectNode() : JSON.readTree(text);
        } catch (JacksonException e) {
            return JSON.createObjectNode(); // a crash cut it short
        }
    }

    private static Map<String, Long> startTimes(Map<String, Long> pids) {
        Map<String, Long> times = new LinkedHashMap<>();
        pids.forEach((name, pid) ->
                times.put(name, ProcessHandle.of(pid).map(RunFile::startTime).orElse(0L)));
        return times;
    }

    private static long startTime(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
