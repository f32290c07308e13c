package org.pizzaorders.local.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pizzaorders.local.TestServices;
import org.pizzaorders.local.files.Secrets;
import org.pizzaorders.local.part.LocalRunException;
import org.pizzaorders.local.part.Ports;

class PostgresServerIT {

    @TempDir
    private Path home;

    @Test
    void keepsCommittedDataThroughAKill() throws Exception {
        try (PostgresServer server = new PostgresServer(home, Ports.free(), new Secrets(home))) {
            server.start();
            DatabaseAccess orders = server.database("pizza").service("orders");
            execute(orders, "CREATE TABLE kept (id int); INSERT INTO kept VALUES (42)");

            server.kill();
            assertThat(server.alive()).isFalse();
            server.start();

            assertThat(query(orders, "SELECT id FROM kept")).isEqualTo("42");
        }
    }

    @Test
    void keepsServicesOutOfEachOthersSchemas() throws Exception {
        PizzaDatabase database = TestServices.database();
        execute(database.service("orders"), "CREATE TABLE secret (id int)");

        assertThatThrownBy(() -> query(database.service("payments"), "SELECT count(*) FROM orders.secret"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
        assertThat(query(database.owner(), "SELECT count(*) FROM orders.secret"))
                .isEqualTo("0");
    }

    @Test
    void writesThroughToTheDiskAndAsksForAPassword() throws Exception {
        DatabaseAccess owner = TestServices.database().owner();

        assertThat(query(owner, "SHOW fsync")).isEqualTo("on");
        assertThatThrownBy(() -> new DatabaseAccess(owner.url(), owner.user(), "wrong").connect())
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void leavesAStrangersPortAlone() throws IOException {
        try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.getByName(Ports.LOOPBACK));
                PostgresServer server = new PostgresServer(home, stranger.getLocalPort(), new Secrets(home))) {
            assertThatThrownBy(server::start)
                    .isInstanceOf(LocalRunException.class)
                    .hasMessageContaining(Integer.toString(stranger.getLocalPort()))
                    .hasMessageContaining("-Dpizza.postgres.port=");
        }
    }

    private static void execute(DatabaseAccess access, String sql) throws SQLException {
        try (Connection connection = access.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(DatabaseAccess access, String sql) throws SQLException {
        try (Connection connection = access.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
