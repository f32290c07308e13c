package org.pizzaorders.notification.sending;

import java.time.Duration;
import java.time.Instant;

/**
 * Until when a claim may be used, by the steady clock. The first quarter of the lease is for starting attempts, the last
 * quarter for recording them. An attempt that is not finished by then is aborted. So no other instance claims a delivery
 * that is still being sent here.
 *
 * @param lastCall no attempt starts after it
 * @param cutOff an attempt that still runs is aborted
 * @param lastRecord after it, recording is not tried again if the database is away
 */
public record Term(Instant lastCall, Instant cutOff, Instant lastRecord) {

    /** @param now before the claim */
    static Term of(Duration lease, Instant now) {
        var quarter = lease.dividedBy(4);
        var lastCall = now.plus(quarter);
        var cutOff = lastCall.plus(quarter.multipliedBy(2));
        return new Term(lastCall, cutOff, cutOff.plus(quarter.dividedBy(2)));
    }
}
