package org.pizzaorders.local.simulator.books;

import java.time.Instant;

/**
 * What reached a person: channel {@code EMAIL}, {@code SMS}, {@code PUSH} or {@code WEBHOOK}.
 *
 * @param id the id that the sender gave it: a mail's Message-ID, otherwise the idempotency key; two mails may have the same
 */
public record SentMessage(
        String channel, String to, String subject, String body, Instant at, String idempotencyKey, String id) {

    public SentMessage brief() {
        return new SentMessage(channel, to, null, null, at, idempotencyKey, id);
    }
}
