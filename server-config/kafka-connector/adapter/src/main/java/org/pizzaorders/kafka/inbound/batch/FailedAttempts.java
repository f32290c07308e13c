package org.pizzaorders.kafka.inbound.batch;

import java.time.Instant;
import java.util.List;
import org.pizzaorders.kafka.api.ConsumedRecord;
import org.pizzaorders.kafka.api.FailedRecord;
import org.pizzaorders.kafka.inbound.failure.Causes;
import org.pizzaorders.kafka.inbound.failure.DeliveryFailure;

/** The failed attempts of a single record, without infrastructure failures. */
record FailedAttempts(int count, Instant first, Instant last, List<String> causes) {

    static final FailedAttempts NONE = new FailedAttempts(0, null, null, List.of());

    FailedAttempts plus(DeliveryFailure failure, Instant at) {
        return new FailedAttempts(count + 1, first == null ? at : first, at, Causes.names(failure.cause()));
    }

    FailedRecord of(ConsumedRecord failed, FailedRecord.Reason reason) {
        return new FailedRecord(failed, reason, causes, count, first, last);
    }
}
