package org.pizzaorders.payment.boundary;

import java.util.List;
import java.util.function.Consumer;
import org.pizzaorders.kafka.api.ConsumedRecord;
import org.pizzaorders.kafka.api.FailedRecord;
import org.pizzaorders.kafka.api.UnavailableException;
import org.pizzaorders.kafka.api.UnprocessableRecordException;
import org.pizzaorders.messaging.deadletter.Failure;
import org.pizzaorders.messaging.event.UnprocessableEvent;
import org.pizzaorders.messaging.inbox.IncomingEvent;
import org.pizzaorders.operations.api.DeadLetterReason;
import org.pizzaorders.shared.Shutdown;

/** Between the connector's records, which messaging does not see, and its events, which the connector does not. */
final class Records {

    private Records() {}

    /**
     * @throws UnprocessableRecordException if no attempt will help one of them
     * @throws UnavailableException if it failed while this application is being stopped. Other beans are gone by then, and
     *     the record, which is not to blame, waits for the next version
     */
    static void read(List<ConsumedRecord> records, Consumer<List<IncomingEvent>> reader) {
        try {
            reader.accept(records.stream().map(Records::event).toList());
        } catch (UnprocessableEvent e) {
            throw new UnprocessableRecordException(e.getMessage(), e);
        } catch (RuntimeException e) {
            throw Shutdown.hasBegun() ? new UnavailableException("The application is being stopped", e) : e;
        }
    }

    static IncomingEvent event(ConsumedRecord record) {
        return IncomingEvent.of(
                record.topic(), record.partition(), record.offset(), record.key(), record.value(), record.headers());
    }

    static Failure failure(FailedRecord failed) {
        return new Failure(
                DeadLetterReason.valueOf(failed.reason().name()),
                failed.causes(),
                failed.attempts(),
                failed.firstFailedAt(),
                failed.lastFailedAt());
    }
}
