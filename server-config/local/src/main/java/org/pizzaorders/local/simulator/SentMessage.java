package org.pizzaorders.local.simulator;

import java.time.Instant;

/** What reached a person: channel {@code EMAIL}, {@code SMS}, {@code PUSH} or {@code WEBHOOK}. */
record SentMessage(String channel, String to, String subject, String body, Instant at, String idempotencyKey) {}
