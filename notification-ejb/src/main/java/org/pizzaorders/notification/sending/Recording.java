package org.pizzaorders.notification.sending;

import static java.util.Objects.requireNonNull;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import org.pizzaorders.notification.channel.Handled;
import org.pizzaorders.work.OneByOne;

/**
 * Records handled deliveries: all in one transaction, or, if that fails, each in its own, so that only the one that
 * cannot be recorded stays behind. Used by one thread.
 */
final class Recording {

    private static final Logger LOG = System.getLogger(Recording.class.getName());

    private final DeliveryLedger ledger;

    Recording(DeliveryLedger ledger) {
        this.ledger = requireNonNull(ledger, "ledger");
    }

    /**
     * @param handled keeps only those that could not be recorded because the database is away
     * @throws RuntimeException why nothing could be recorded, or why the database is away
     */
    void record(List<Handled> handled) {
        if (handled.size() > 1 && areRecorded(handled)) {
            handled.clear();
            return;
        }
        var failures = new ArrayList<RuntimeException>();
        var all = List.copyOf(handled);
        OneByOne.attempt(
                all,
                one -> {
                    ledger.record(List.of(one));
                    handled.remove(one);
                },
                (one, failure) -> {
                    handled.remove(one);
                    failures.add(failure);
                    LOG.log(all.size() > 1 ? Level.WARNING : Level.DEBUG, () -> notRecorded(one), failure);
                });
        if (failures.size() == all.size()) {
            throw failures.get(0);
        }
    }

    private static String notRecorded(Handled handled) {
        return "Delivery " + handled.dispatch().deliveryId() + " could not be recorded; its lease will end";
    }

    private boolean areRecorded(List<Handled> handled) {
        try {
            ledger.record(List.copyOf(handled));
            return true;
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "Deliveries could not be recorded together", e);
            return false;
        }
    }
}
