package org.pizzaorders.local.simulator;

import java.time.Instant;

/**
 * What reached a person: channel {@code EMAIL}, {@code SMS}, {@code PUSH} or {@code WEBHOOK}.
 *
 * @param id which message it says it is: a mail's Message-ID, otherwise the idempotency key; two mails may say the same
 */
record SentMessage(
        String channel, String to, String subject, String body, Instant at, String idempotencyKey, String id) {

    SentMessage brief() {
        return new SentMessage(channel, to, null, null, at, idempotencyKey, id);
    }
}
