package org.pizzaorders.payment.control;

import java.time.Duration;
import java.util.UUID;
import org.pizzaorders.shared.CallContext;

/**
 * A row that a worker has claimed, with the call that it is about to make.
 *
 * @param version version of the row when it was claimed; a greater one means that another claimer was faster
 * @param context of the request that led here
 * @param request the request to the provider
 */
public record Claimed<T>(UUID id, int version, CallContext context, T request) {

    /** The assignments of a claim, for {@link org.pizzaorders.work.DueTable}. */
    static String assignments(Duration lease) {
        return "version = version + 1, claimed_until = now() + interval '" + lease.toMillis() + " milliseconds'";
    }
}
