package org.pizzaorders.idempotency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.pizzaorders.idempotency.api.IdempotencyKeyInUse;
import org.pizzaorders.idempotency.api.IdempotencyKeyReused;
import org.pizzaorders.idempotency.api.KeptAnswer;
import org.pizzaorders.idempotency.api.KeyedCall;
import org.pizzaorders.shared.Service;

/**
 * The table {@code idempotency_keys} of one service. Works in the transaction of the thread. That transaction holds an
 * advisory lock on the key until its end. So when the lock is free, the row is either committed or will never exist.
 * PostgreSQL releases the lock with the session, so a dead server blocks no key. Thread-safe.
 */
final class KeptAnswers {

    private static final String LOCK = "select pg_try_advisory_xact_lock(?)";

    private final Service service;
    private final DataSource dataSource;
    private final Duration retention;
    private final String table;

    KeptAnswers(Service service, DataSource dataSource, Duration retention) {
        this.service = service;
        this.dataSource = dataSource;
        this.retention = retention;
        this.table = service.schema() + ".idempotency_keys";
    }

    KeptAnswer answer(KeyedCall call, Supplier<KeptAnswer> work) {
        var kept = claim(call);
        if (kept.isPresent()) {
            return kept.get();
        }
        var answer = work.get();
        keep(call, answer);
        return answer;
    }

    /**
     * Two statements, first the lock, then the read: a single statement would read the state from before it had the
     * lock.
     */
    private Optional<KeptAnswer> claim(KeyedCall call) {
        try (var connection = dataSource.getConnection()) {
            if (!lock(connection, call)) {
                throw new IdempotencyKeyInUse();
            }
            return find(connection, call);
        } catch (SQLException e) {
            throw new KeptAnswersUnavailable("look for the answer", service, e);
        }
    }

    private boolean lock(Connection connection, KeyedCall call) throws SQLException {
        try (var statement = connection.prepareStatement(LOCK)) {
            statement.setLong(1, lockOf(call));
            try (var row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private Optional<KeptAnswer> find(Connection connection, KeyedCall call) throws SQLException {
        var query = "select fingerprint, status, location, entity_tag, body from " + table
                + " where scope = ? and operation = ? and idempotency_key = ?"
                + " and created_at > now() - make_interval(secs => ?)";
        try (var statement = connection.prepareStatement(query)) {
            name(statement, call);
            statement.setDouble(4, retention.toSeconds());
            try (var row = statement.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                if (!MessageDigest.isEqual(row.getBytes(1), call.fingerprint())) {
                    throw new IdempotencyKeyReused();
                }
                return Optional.of(
                        new KeptAnswer(row.getInt(2), row.getString(3), row.getString(4), row.getBytes(5), true));
            }
        }
    }

    /** A row that exists already has expired. */
    private void keep(KeyedCall call, KeptAnswer answer) {
        var insert = "insert into " + table
                + " (scope, operation, idempotency_key, fingerprint, status, location, entity_tag, body)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?)"
                + " on conflict (scope, operation, idempotency_key) do update set fingerprint = excluded.fingerprint,"
                + " status = excluded.status, location = excluded.location, entity_tag = excluded.entity_tag,"
                + " body = excluded.body, created_at = excluded.created_at";
        try (var connection = dataSource.getConnection();
                var statement = connection.prepareStatement(insert)) {
            name(statement, call);
            statement.setBytes(4, call.fingerprint());
            statement.setInt(5, answer.status());
            statement.setString(6, answer.location());
            statement.setString(7, answer.entityTag());
            statement.setBytes(8, answer.body());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new KeptAnswersUnavailable("keep the answer", service, e);
        }
    }

    private static void name(PreparedStatement statement, KeyedCall call) throws SQLException {
        statement.setString(1, call.scope());
        statement.setString(2, call.operation());
        statement.setString(3, call.key());
    }

    /** Services may share a database, and advisory locks belong to the database. */
    private long lockOf(KeyedCall call) {
        var name = String.join("\n", service.schema(), call.scope(), call.operation(), call.key());
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
