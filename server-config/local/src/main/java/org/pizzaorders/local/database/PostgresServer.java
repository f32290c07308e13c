package org.pizzaorders.local.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pizzaorders.local.files.Folders;
import org.pizzaorders.local.files.Secrets;
import org.pizzaorders.local.part.Commands;
import org.pizzaorders.local.part.LocalRunException;
import org.pizzaorders.local.part.Part;
import org.pizzaorders.local.part.Ports;
import org.pizzaorders.local.part.Processes;

/**
 * A real PostgreSQL below one folder: fsync on, passwords by SCRAM, loopback only, no unix socket. Data survives
 * {@link #close()} and {@link #kill()}. If a killed runner left a server in the same folder, that server is stopped first.
 */
public final class PostgresServer implements Part {

    private static final String PORT_PROPERTY = "pizza.postgres.port";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path home;
    private final Path data;
    private final int port;
    private final Secrets secrets;
    private final Unprivileged user = Unprivileged.detect();

    /** @param home is created if absent; @param secrets has the superuser's password */
    public PostgresServer(Path home, int port, Secrets secrets) {
        this.home = home.toAbsolutePath();
        this.data = this.home.resolve("data");
        this.port = port;
        this.secrets = secrets;
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public void start() {
        Folders.create(home);
        close();
        Ports.requireFree(name(), port, PORT_PROPERTY);
        if (!Files.exists(data)) {
            initialise();
        }
        Folders.write(data.resolve("local.conf"), settings());
        user.own(home);
        pgCtl(List.of("-w", "-t", "60", "-l", home.resolve("postgres.log").toString(), "start"), "start");
    }

    /** The maintenance database as superuser, to create databases, and for tests that cut connections. */
    public DatabaseAccess superuser() {
        return new DatabaseAccess(url("postgres"), "postgres", secrets.of("postgres"));
    }

    /** The database with the services' roles and schemas. They are made unless they exist. */
    public PizzaDatabase database(String name) {
        return PizzaDatabase.create(this, name, secrets);
    }

    String url(String database) {
        return "jdbc:postgresql://" + Ports.LOOPBACK + ":" + port + "/" + database;
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        process().ifPresent(server -> {
            pgCtl(List.of("-m", "fast", "-t", "20", "stop"), "stop");
            if (!Processes.ended(server, PATIENCE)) {
                Processes.kill(server);
            }
        });
    }

    private void initialise() {
        Path fresh = home.resolve("data.new");
        Path password = home.resolve("superuser");
        Folders.delete(fresh);
        Folders.create(fresh);
        Folders.writeSecret(password, secrets.of("postgres"));
        user.own(home);
        execute(
                List.of(
                        program("initdb"),
                        "--pgdata=" + fresh,
                        "--username=postgres",
                        "--pwfile=" + password,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8"),
                "create its data folder");
        Folders.delete(password);
        Folders.append(fresh.resolve("postgresql.conf"), "\ninclude = 'local.conf'\n");
        Folders.move(fresh, data);
    }

    private String settings() {
        return """
                listen_addresses = '%s'
                port = %d
                unix_socket_directories = ''
                max_connections = 200
                """.formatted(Ports.LOOPBACK, port);
    }

    private void pgCtl(List<String> arguments, String purpose) {
        List<String> command = new ArrayList<>(List.of(program("pg_ctl"), "-D", data.toString()));
        command.addAll(arguments);
        execute(command, purpose);
    }

    private void execute(List<String> command, String purpose) {
        Path log = home.resolve("tools.log");
        if (Commands.run(Processes.detached(user.command(command)), log) != 0) {
            throw new LocalRunException("PostgreSQL could not " + purpose + ": " + Folders.tail(log) + " (see " + home
                    + ", postgres.log and tools.log)");
        }
    }

    private static String program(String name) {
        return PostgresBinaries.folder().resolve(name).toString();
    }

    /** Reads the lock file that the server itself writes to its data folder. */
    @Override
    public Optional<ProcessHandle> process() {
        return Folders.read(data.resolve("postmaster.pid"))
                .lines()
                .findFirst()
                .map(line -> Long.parseLong(line.strip()))
                .flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive)
                .filter(PostgresServer::isPostgres);
    }

    /** After a reboot the id in an old lock file may belong to any process. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(path -> path.contains("postgres")).orElse(true);
    }
}
