package org.pizzaorders.local.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.pizzaorders.local.files.Resources;
import org.pizzaorders.local.files.Secrets;
import org.pizzaorders.local.part.LocalRunException;

/**
 * One database with an empty schema and a login role per service. The scripts in {@code server-config/postgres} make it.
 * Each service's own migrations make the tables.
 */
public final class PizzaDatabase {

    /** The services that own a schema and a role of the same name. */
    public static final List<String> SERVICES = List.of("catalog", "orders", "payments", "notifications");

    private static final String OWNER = "pizza";

    private final String url;
    private final Secrets secrets;

    private PizzaDatabase(String url, Secrets secrets) {
        this.url = url;
        this.secrets = secrets;
    }

    /** A database that exists already, or will be made. This calls no server. */
    public static PizzaDatabase of(PostgresServer server, String name, Secrets secrets) {
        return new PizzaDatabase(server.url(name), secrets);
    }

    /** Makes the roles, the database and its schemas, unless they exist. */
    static PizzaDatabase create(PostgresServer server, String name, Secrets secrets) {
        DatabaseAccess superuser = server.superuser();
        try (Connection connection = superuser.connect()) {
            run(connection, withPasswords(Resources.text("postgres/create-roles.sql"), secrets));
            if (!exists(connection, name)) {
                run(connection, "CREATE DATABASE " + name + " OWNER " + OWNER);
            }
        } catch (SQLException e) {
            throw new LocalRunException("PostgreSQL refused the database " + name + ": " + e.getMessage(), e);
        }
        PizzaDatabase database = of(server, name, secrets);
        database.createSchemas(superuser);
        return database;
    }

    /** The role of that service. It can use only its own schema, which is its default one. */
    public DatabaseAccess service(String service) {
        if (!SERVICES.contains(service)) {
            throw new IllegalArgumentException("No such service: " + service);
        }
        return new DatabaseAccess(url, service, secrets.of(service));
    }

    /** The database's owner, who can read every schema. */
    public DatabaseAccess owner() {
        return new DatabaseAccess(url, OWNER, secrets.of(OWNER));
    }

    public String url() {
        return url;
    }

    private void createSchemas(DatabaseAccess superuser) {
        try (Connection connection = new DatabaseAccess(url, superuser.user(), superuser.password()).connect()) {
            run(connection, Resources.text("postgres/create-schemas.sql"));
        } catch (SQLException e) {
            throw new LocalRunException("PostgreSQL refused the schemas: " + e.getMessage(), e);
        }
    }

    private static boolean exists(Connection connection, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            query.setString(1, name);
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Replaces variables as psql does. */
    private static String withPasswords(String script, Secrets secrets) {
        String filled = script.replace(":'" + OWNER + "_password'", "'" + secrets.of(OWNER) + "'");
        for (String service : SERVICES) {
            filled = filled.replace(":'" + service + "_password'", "'" + secrets.of(service) + "'");
        }
        return filled;
    }
}
