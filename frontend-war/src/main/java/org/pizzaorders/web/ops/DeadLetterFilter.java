package org.pizzaorders.web.ops;

import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import org.pizzaorders.operations.api.DeadLetterQuery;
import org.pizzaorders.operations.api.DeadLetterReason;
import org.pizzaorders.operations.api.DeadLetterStatus;
import org.pizzaorders.shared.PageRequest;
import org.pizzaorders.web.http.Requests;

/** The query parameters that select dead letters; each may be null. Ages are ISO 8601 durations. */
public class DeadLetterFilter {

    private static final Duration OLDEST = Duration.ofDays(36_525);

    @QueryParam("service")
    String service;

    @QueryParam("status")
    String status;

    @QueryParam("reason")
    String reason;

    @QueryParam("type")
    String type;

    @QueryParam("fingerprint")
    String fingerprint;

    @QueryParam("olderThan")
    String olderThan;

    @QueryParam("newerThan")
    String newerThan;

    DeadLetterQuery query(PageRequest page) {
        return new DeadLetterQuery(
                Requests.oneOf(DeadLetterStatus.class, "status", status),
                Requests.oneOf(DeadLetterReason.class, "reason", reason),
                Optional.ofNullable(type),
                Optional.ofNullable(fingerprint),
                age("olderThan", olderThan),
                age("newerThan", newerThan),
                page);
    }

    private static Optional<Duration> age(String field, String age) {
        return Optional.ofNullable(age).map(text -> duration(field, text));
    }

    /** Limits the duration, because databases support a smaller range of times than Java. */
    private static Duration duration(String field, String text) {
        try {
            var duration = Duration.parse(text);
            if (!duration.isNegative() && duration.compareTo(OLDEST) <= 0) {
                return duration;
            }
        } catch (DateTimeException | ArithmeticException e) {
            // said below, in the client's terms
        }
        throw Requests.invalid(field, "must be an ISO 8601 duration such as PT15M or P2D, of at most 100 years");
    }
}
