package org.pizzaorders.shared;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How long an HTTP answer asks the client to wait: {@code Retry-After}, in seconds or as a date (RFC 9110, 10.2.3). */
public final class RetryAfter {

    /** The present date format and the two obsolete ones. */
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.RFC_1123_DATE_TIME,
            new DateTimeFormatterBuilder()
                    .appendPattern("EEEE, dd-MMM-")
                    .appendValueReduced(ChronoField.YEAR, 2, 2, LocalDate.of(2000, 1, 1))
                    .appendPattern(" HH:mm:ss 'GMT'")
                    .toFormatter(Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC),
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC));

    private RetryAfter() {}

    /**
     * @param retryAfter the header; null for none
     * @param date the header {@code Date} of the same answer, because a date is by the server's clock; null for none
     * @param atMost the limit for the result
     * @return zero if the header is missing or cannot be read
     */
    public static Duration of(String retryAfter, String date, Instant now, Duration atMost) {
        if (retryAfter == null) {
            return Duration.ZERO;
        }
        var text = retryAfter.strip();
        var pause = text.matches("[0-9]{1,9}")
                ? Duration.ofSeconds(Long.parseLong(text))
                : parsed(text)
                        .map(until -> Duration.between(parsed(date).orElse(now), until))
                        .orElse(Duration.ZERO);
        return pause.isNegative() ? Duration.ZERO : pause.compareTo(atMost) > 0 ? atMost : pause;
    }

    private static Optional<Instant> parsed(String date) {
        return date == null
                ? Optional.empty()
                : DATES.stream()
                        .flatMap(format -> parsed(date.strip(), format).stream())
                        .findFirst();
    }

    private static Optional<Instant> parsed(String date, DateTimeFormatter format) {
        try {
            return Optional.of(Instant.from(format.parse(date)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
