package org.pizzaorders.local.simulator.books;

import java.time.Instant;

/**
 * What reached a person: channel {@code EMAIL}, {@code SMS}, {@code PUSH} or {@code WEBHOOK}.
 *
 * @param id which message it says it is: a mail's Message-ID, otherwise the idempotency key; two mails may say the same
 */
public record SentMessage(
        String channel, String to, String subject, String body, Instant at, String idempotencyKey, String id) {

    public SentMessage brief() {
        return new SentMessage(channel, to, null, null, at, idempotencyKey, id);
    }
}
