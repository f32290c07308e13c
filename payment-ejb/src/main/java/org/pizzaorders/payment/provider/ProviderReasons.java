package org.pizzaorders.payment.provider;

import java.util.Set;

/** Why nothing is settled, by the provider's own codes and a few of ours. */
public final class ProviderReasons {

    /** What the call was about does not exist for the provider. */
    public static final String UNKNOWN = "resource_missing";

    /** Another amount went back than was asked for. */
    public static final String REFUNDED_OTHERWISE = "refunded_otherwise";

    private static final Set<String> ANSWERS = Set.of(
            "idempotency_key_in_use",
            "lock_timeout",
            "charge_already_refunded",
            "invalid_request",
            UNKNOWN,
            REFUNDED_OTHERWISE,
            AbsentPaymentProvider.REASON);

    private ProviderReasons() {}

    /** Whether a reason why nothing is settled is one of a provider that works: it only has not finished, or objects. */
    public static boolean isAnswer(String reason) {
        return ANSWERS.contains(reason) || reason.startsWith("intent_");
    }
}
