package org.pizzaorders.messaging;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.pizzaorders.database.Writes;
import org.pizzaorders.messaging.outbox.Backlog;
import org.pizzaorders.operations.api.HealthCheck;
import org.pizzaorders.shared.Service;

/**
 * The health of a service in this server instance. A check can take as long as the data source does, so the caller must
 * set a time limit. Call it outside transactions. Thread-safe.
 */
public final class ServiceHealth {

    private static final int VALIDATION_SECONDS = 2;

    private final Service service;
    private final DataSource dataSource;
    private final Backlog backlog;
    private final BooleanSupplier relaying;

    ServiceHealth(Service service, DataSource dataSource, BooleanSupplier relaying) {
        this.service = service;
        this.dataSource = dataSource;
        this.backlog = new Backlog(service, dataSource);
        this.relaying = relaying;
    }

    /**
     * The service itself, its data source, its relay. If the data source fails, no other check queries the database.
     *
     * @param serves whether the service does what it is for
     */
    List<HealthCheck> checks(BooleanSupplier serves) {
        var database = dataSource();
        var checks = new ArrayList<HealthCheck>();
        checks.add(database.up() ? service(serves) : HealthCheck.of(service.schema(), false));
        checks.add(database);
        checks.add(relay(database.up()));
        return checks;
    }

    private HealthCheck service(BooleanSupplier serves) {
        try {
            return HealthCheck.of(service.schema(), serves.getAsBoolean());
        } catch (RuntimeException e) {
            return HealthCheck.failed(service.schema(), e);
        }
    }

    private HealthCheck dataSource() {
        var name = service.schema() + "-data-source";
        try (var connection = dataSource.getConnection()) {
            check(connection);
            return HealthCheck.of(name, true);
        } catch (SQLException | RuntimeException e) {
            return HealthCheck.failed(name, e);
        }
    }

    /** A read-only database cannot store orders, so the load balancer must send no customers here. */
    private void check(Connection connection) throws SQLException {
        if (!connection.isValid(VALIDATION_SECONDS)) {
            throw new SQLTransientConnectionException();
        }
        try {
            Writes.ensure(connection);
        } catch (SQLException e) {
            Writes.discardIfReadOnly(dataSource, connection, e);
            throw e;
        }
    }

    /** Always up: a relay on standby is healthy, and a relay that waits for a broker stops nobody from ordering. */
    private HealthCheck relay(boolean withBacklog) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("relaying", relaying.getAsBoolean());
        if (withBacklog) {
            addBacklog(data);
        }
        return HealthCheck.of(service.schema() + "-relay", true, data);
    }

    /** These figures inform people. They never decide the status, not even when the query is slow. */
    private void addBacklog(Map<String, Object> data) {
        try {
            var behind = backlog.read();
            data.put("unpublished", behind.unpublished());
            data.put("failing", behind.failing());
            if (behind.more()) {
                data.put("more", true);
            }
            if (behind.oldest() != null) {
                data.put("oldestSeconds", behind.oldestSeconds());
            }
        } catch (RuntimeException e) {
            data.put("error", e.getClass().getName());
        }
    }
}
