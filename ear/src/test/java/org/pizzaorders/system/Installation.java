package org.pizzaorders.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pizzaorders.local.Stack;
import org.pizzaorders.local.database.DatabaseAccess;
import org.pizzaorders.local.faults.FaultRuns;
import org.pizzaorders.local.part.Port;
import org.pizzaorders.local.part.Progress;
import org.pizzaorders.local.server.ApplicationServer;
import org.pizzaorders.local.server.StackSettings;

/**
 * The whole of it, as the local run has it, on free ports and in a folder below {@code target}: started by the first
 * test that asks, shared by the rest, stopped when the JVM ends.
 */
final class Installation {

    private static final Path EAR = Path.of("target", "pizza-orders.ear").toAbsolutePath();
    private static final Path HOME = Path.of("target", "system-tests").toAbsolutePath();
    private static final Duration START = Duration.ofMinutes(3);
    private static final Map<String, Port> PORTS = Map.of(
            "catalog", Port.MENU,
            "orders", Port.ORDERS,
            "payments", Port.PAYMENTS,
            "notifications", Port.NOTIFICATIONS);

    private static Installation running;

    private final Stack stack;

    private Installation(Stack stack) {
        this.stack = stack;
    }

    static synchronized Installation running() {
        if (running == null) {
            var stack =
                    new Stack(StackSettings.onFreePorts(HOME, Optional.of(EAR)).withEnvironment(environment()));
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop the installation"));
            stack.start(Progress.SILENT);
            running = new Installation(stack);
        }
        return running;
    }

    /** Tests speak to the server as a proxy on the same machine does. */
    private static Map<String, String> environment() {
        var environment = new HashMap<>(FaultRuns.ENVIRONMENT);
        environment.put("PIZZA_HTTP_TRUSTED_PROXIES", "127.0.0.1");
        return environment;
    }

    /** All of it, for who breaks its parts and leaves them whole. */
    Stack stack() {
        return stack;
    }

    Shop shop() {
        return new Shop(stack.url());
    }

    /** What listens on the port of a service: it alone where services run apart, or all of them. */
    Browser service(Port port) {
        return new Browser("http://127.0.0.1:" + stack.settings().port(port));
    }

    /** Where operators look after the service of that schema: nothing merges what processes say. */
    Browser operationsOf(String service) {
        return stack.server().slices().isEmpty() ? shop().http() : service(PORTS.get(service));
    }

    /** The same of each server, for what concerns one instance only: fault runs leave a second one. */
    List<Browser> operationsOfEach(String service) {
        return stack.server().slices().isEmpty()
                ? stack.servers().stream()
                        .map(server -> new Browser(server.url()))
                        .toList()
                : List.of(operationsOf(service));
    }

    OutsideWorld outside() {
        return new OutsideWorld(stack.simulator().url());
    }

    Topics topics() {
        return new Topics(stack.kafka().bootstrapServers());
    }

    /** SIGKILL: no goodbye, no flush. */
    void killServer() {
        stack.server().kill();
    }

    void startServer() {
        stack.server().start();
    }

    /** As administrators do with a new version: the server stays up. */
    void redeploy() {
        stack.server().redeploy();
    }

    /** As administrators do: the server stays up, without the application. */
    void undeploy() {
        stack.server().undeploy();
    }

    /** Of the application servers. */
    List<Long> processIds() {
        return stack.servers().stream().map(ApplicationServer::pid).toList();
    }

    void killDatabase() {
        stack.postgres().kill();
    }

    void startDatabase() {
        stack.postgres().start();
    }

    /** SIGSTOP: it keeps its connections and answers nobody. */
    void freezeDatabase() {
        stack.postgres().freeze();
    }

    void thawDatabase() {
        stack.postgres().thaw();
    }

    void killBroker() {
        stack.kafka().kill();
    }

    void startBroker() {
        stack.kafka().start();
    }

    /** Waits until all services can be used again. */
    void awaitServer() {
        await("the server")
                .atMost(START)
                .ignoreException(UncheckedIOException.class)
                .untilAsserted(() -> assertThat(PORTS.values())
                        .allSatisfy(port -> assertThat(
                                        service(port).get("/health/ready").status())
                                .isEqualTo(200)));
    }

    /** As the superuser of the database server, each statement by itself. */
    void administer(String... statements) {
        execute(stack.postgres().superuser(), statements);
    }

    /** As the service of that schema itself. */
    void execute(String service, String statement) {
        execute(stack.database().service(service), statement);
    }

    private static void execute(DatabaseAccess access, String... statements) {
        try (var connection = access.connect();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of the first row. */
    Object query(String sql) {
        return queryAll(sql).get(0).values().iterator().next();
    }

    /** What the database holds, read by its owner. */
    List<Map<String, Object>> queryAll(String sql) {
        try (var connection = stack.database().owner().connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            var rows = new ArrayList<Map<String, Object>>();
            var columns = result.getMetaData();
            while (result.next()) {
                var row = new LinkedHashMap<String, Object>();
                for (var i = 1; i <= columns.getColumnCount(); i++) {
                    row.put(columns.getColumnLabel(i), result.getObject(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
