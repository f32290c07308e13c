package org.pizzaorders.messaging.deadletter;

import java.util.UUID;
import javax.sql.DataSource;
import org.pizzaorders.database.Sql;
import org.pizzaorders.operations.OperatorActions;
import org.pizzaorders.operations.api.OperatorAction;
import org.pizzaorders.operations.api.Resolution;
import org.pizzaorders.operations.api.Resolution.Action;
import org.pizzaorders.shared.Service;

/**
 * Stores what operators decide about open dead letters, with an audit entry, in the transaction of this thread. An
 * incoming event only becomes due here: the worker then applies it and the events parked behind it. An outgoing event
 * goes back to the outbox at once. Thread-safe.
 */
final class DeadLetterDecisions {

    private static final int LONGEST_TARGET = 2_000;

    private final Sql sql;
    private final OperatorActions audit;
    private final OutgoingDeadLetters outgoing;
    private final String count;
    private final String incoming;
    private final String outgoingDone;

    DeadLetterDecisions(Service service, DataSource dataSource, OperatorActions audit, OutgoingDeadLetters outgoing) {
        this.sql = new Sql(dataSource);
        this.audit = audit;
        this.outgoing = outgoing;
        var table = service.table("dead_letters");
        var chosen = " where status = 'OPEN' and (id = any(?) or fingerprint = ?)";
        count = "select count(*) from " + table + chosen;
        incoming = "update " + table + " set status = ?, next_attempt_at = now(),"
                + " resolved_at = case when ? then now() end, payload = case when ? then null else payload end" + chosen
                + " and kind = 'INCOMING'";
        outgoingDone = "update " + table + " set status = ?, resolved_at = now()" + chosen
                + " and kind = 'OUTGOING' returning outbox_id";
    }

    int resolve(Resolution resolution) {
        var ids = resolution.ids().toArray(UUID[]::new);
        var fingerprint = resolution.fingerprint().orElse(null);
        if (resolution.dryRun()) {
            return sql.query(count, row -> row.getInt(1), ids, fingerprint).get(0);
        }
        var discards = resolution.action() == Action.DISCARD;
        var touched = sql.update(incoming, discards ? "DISCARDED" : "REDRIVING", discards, discards, ids, fingerprint);
        var sent =
                sql.query(outgoingDone, row -> row.getLong(1), discards ? "DISCARDED" : "REDRIVEN", ids, fingerprint);
        if (discards && !sent.isEmpty()) {
            outgoing.skip(sent);
        } else if (!sent.isEmpty()) {
            outgoing.sendAgain(sent);
        }
        record(resolution, touched + sent.size());
        return touched + sent.size();
    }

    private void record(Resolution resolution, int touched) {
        var target = resolution
                .fingerprint()
                .map(fingerprint -> "fingerprint " + fingerprint)
                .orElseGet(() -> String.join(
                        " ",
                        resolution.ids().stream().map(UUID::toString).sorted().toList()));
        audit.record(new OperatorAction(
                resolution.action() == Action.DISCARD ? "dead-letters.discard" : "dead-letters.redrive",
                target.substring(0, Math.min(LONGEST_TARGET, target.length())),
                resolution.reason(),
                resolution.by(),
                touched));
    }
}
