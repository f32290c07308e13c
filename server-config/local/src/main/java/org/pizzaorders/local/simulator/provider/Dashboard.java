package org.pizzaorders.local.simulator.provider;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.pizzaorders.local.simulator.books.Answer;
import org.pizzaorders.local.simulator.books.Refund;
import org.pizzaorders.local.simulator.books.World;

/**
 * What people and banks do at the provider without the application. {@code POST /dashboard/refunds} refunds the
 * {@code amount} of the {@code payment_intent}. {@code POST /dashboard/refunds/<id>} gives a refund the {@code status}.
 * {@code POST /dashboard/forgotten} makes the {@code payment_intent} unknown until the next start, as if it belonged to
 * another account. Parameters are form fields.
 */
public final class Dashboard {

    private final Refunds refunds;
    private final World world;

    public Dashboard(Refunds refunds, World world) {
        this.refunds = refunds;
        this.world = world;
    }

    public Answer act(String path, Map<String, String> parameters) {
        if ("refunds".equals(path)) {
            return refunds.refund(UUID.randomUUID().toString(), parameters);
        }
        if (path.startsWith("refunds/")) {
            return status(parameters.get("status"))
                    .flatMap(status -> refunds.settle(path.substring("refunds/".length()), status))
                    .orElseGet(() -> ProviderJson.missing(path));
        }
        if ("forgotten".equals(path)) {
            world.forget(parameters.getOrDefault("payment_intent", ""));
            return Answer.of(200, "{}");
        }
        return ProviderJson.missing(path);
    }

    private static Optional<Refund.Status> status(String name) {
        return Optional.ofNullable(name)
                .filter(text -> text.matches("pending|succeeded|failed"))
                .map(Refund.Status::valueOf);
    }
}
