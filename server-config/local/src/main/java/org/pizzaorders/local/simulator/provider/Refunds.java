package org.pizzaorders.local.simulator.provider;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pizzaorders.local.simulator.books.Answer;
import org.pizzaorders.local.simulator.books.Charge;
import org.pizzaorders.local.simulator.books.Entry;
import org.pizzaorders.local.simulator.books.Refund;
import org.pizzaorders.local.simulator.books.World;

/** Makes refunds: never more than the rest of a charge, and not always at once. Thread-safe. */
public final class Refunds {

    private final World world;
    private final Clock clock;
    private final Keys keys;

    public Refunds(World world, Clock clock, Keys keys) {
        this.world = world;
        this.clock = clock;
        this.keys = keys;
    }

    public Answer list(Map<String, String> parameters) {
        String intent = parameters.getOrDefault("payment_intent", "");
        List<String> refunds = world.charge(intent).stream()
                .flatMap(charge -> world.refunds(intent, clock.instant()).stream()
                        .map(refund -> ProviderJson.refund(refund, charge)))
                .toList();
        return Answer.of(200, ProviderJson.list("/v1/refunds", refunds, false));
    }

    public Answer refund(String key, Map<String, String> parameters) {
        return keys.once(key, null, "refunds", parameters, call -> giveBack(call, parameters));
    }

    /** One refund at a time, so that two cannot refund the same money. */
    private synchronized Answer giveBack(Keys.Call call, Map<String, String> parameters) {
        String intent = parameters.getOrDefault("payment_intent", "");
        Optional<Charge> charge = world.charge(intent);
        if (charge.isEmpty()) {
            return keys.keep(call, ProviderJson.missing(intent));
        }
        long left = charge.get().amount() - world.standing(intent, clock.instant());
        if (left == 0) {
            return keys.keep(call, ProviderJson.alreadyRefunded());
        }
        Optional<Long> amount = Amounts.whole(parameters.getOrDefault("amount", Long.toString(left)));
        Optional<Answer> refusal = amount.isEmpty() || amount.get() > left
                ? Optional.of(ProviderJson.invalid("amount", "Refund amount is greater than unrefunded amount " + left))
                : Amounts.units(charge.get().currency(), amount.get());
        if (refusal.isPresent()) {
            return keys.keep(call, refusal.get());
        }
        return keep(call, charge.get(), amount.get());
    }

    private Answer keep(Keys.Call call, Charge charge, long amount) {
        Refund refund =
                Refund.of(Provider.id("re"), charge, amount, call.key(), clock.instant(), Cards.refund(charge.token()));
        Answer answer = Answer.of(200, ProviderJson.refund(refund, charge));
        world.record(Entry.refunded(call.fingerprint(), refund, answer));
        return answer;
    }

    /** Gives the refund its final status, as the bank decides. Empty if no refund has this id. */
    synchronized Optional<Answer> settle(String id, Refund.Status status) {
        return world.refund(id).map(refund -> {
            world.record(Entry.settled(refund.in(status)));
            return Answer.of(200, "{}");
        });
    }
}
