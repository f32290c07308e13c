package org.pizzaorders.payment.provider;

import static java.util.Objects.requireNonNull;

import org.pizzaorders.breaker.Breaker;
import org.pizzaorders.breaker.Verdict;

/**
 * The provider behind its breaker. A declined card is an answer: the breaker opens only if the provider is away or
 * broken.
 */
public final class GuardedProvider implements PaymentProvider {

    private final PaymentProvider provider;
    private final Breaker breaker;

    public GuardedProvider(PaymentProvider provider, Breaker breaker) {
        this.provider = requireNonNull(provider, "provider");
        this.breaker = requireNonNull(breaker, "breaker");
    }

    @Override
    public ChargeResult charge(ChargeRequest request) {
        return breaker.call(() -> provider.charge(request), GuardedProvider::verdict)
                .orElseGet(() -> new ChargeResult.NotCalled(breaker.pause()));
    }

    @Override
    public RefundResult refund(RefundRequest request) {
        return breaker.call(() -> provider.refund(request), GuardedProvider::verdict)
                .orElseGet(() -> new RefundResult.NotCalled(breaker.pause()));
    }

    private static Verdict verdict(ChargeResult result) {
        if (result instanceof ChargeResult.KeySpent spent) {
            return verdict(spent.reason());
        }
        return result instanceof ChargeResult.Unclear unclear ? verdict(unclear.reason()) : Verdict.works();
    }

    private static Verdict verdict(RefundResult result) {
        return result instanceof RefundResult.Unclear unclear ? verdict(unclear.reason()) : Verdict.works();
    }

    private static Verdict verdict(String reason) {
        return ProviderReasons.isAnswer(reason) ? Verdict.works() : Verdict.fails(reason);
    }
}
