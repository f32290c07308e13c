package org.pizzaorders.payment.control;

import java.util.UUID;
import org.pizzaorders.shared.CallContext;

/**
 * A row that a worker has claimed, with the call that it is about to make.
 *
 * @param version of the row as claimed: once it has grown, another one has been faster
 * @param context of the wish that led here
 * @param request what to ask of the provider
 */
public record Claimed<T>(UUID id, int version, CallContext context, T request) {}
