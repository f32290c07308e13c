package org.pizzaorders.local.simulator.provider;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.pizzaorders.local.simulator.books.Answer;
import org.pizzaorders.local.simulator.books.Charge;
import org.pizzaorders.local.simulator.books.Entry;
import org.pizzaorders.local.simulator.books.Intent;
import org.pizzaorders.local.simulator.books.World;

/**
 * Payment intents that are confirmed or cancelled after they were made. Only one of all confirmations charges, and none
 * after the intent is cancelled. Thread-safe.
 */
final class Intents {

    private final World world;
    private final Clock clock;
    private final Keys keys;
    private final Map<String, Object> locks = new ConcurrentHashMap<>();

    Intents(World world, Clock clock, Keys keys) {
        this.world = world;
        this.clock = clock;
        this.keys = keys;
    }

    /** Empty if no intent has this id. The same holds for the other methods. */
    Optional<Answer> intent(String id) {
        return world.intent(id).map(Intents::answer);
    }

    Optional<Answer> confirm(String key, String id, Map<String, String> parameters) {
        return world.intent(id)
                .map(intent ->
                        keys.once(key, intent.token(), path(id, "confirm"), parameters, call -> confirm(call, intent)));
    }

    Optional<Answer> cancel(String key, String id, Map<String, String> parameters) {
        return world.intent(id)
                .map(intent ->
                        keys.once(key, intent.token(), path(id, "cancel"), parameters, call -> cancel(call, intent)));
    }

    private static String path(String id, String step) {
        return "payment_intents/" + id + "/" + step;
    }

    /** The card may be slow. Meanwhile others may confirm or cancel the intent. */
    private Answer confirm(Keys.Call call, Intent asked) {
        int number = world.countCall(asked.id(), asked.token());
        Optional<Answer> obstacle =
                asked.isUnconfirmed() ? Cards.obstacle(asked.token(), number) : Optional.<Answer>empty();
        synchronized (lock(asked)) {
            Intent intent = world.intent(asked.id()).orElseThrow();
            if (!intent.isUnconfirmed()) {
                return keys.keep(call, ProviderJson.unexpectedState(intent.status(), "confirmed"));
            }
            if (obstacle.isPresent()) {
                return Cards.declineCode(intent.token())
                        .map(code -> move(call, intent.declined(code), null, obstacle.get()))
                        .orElseGet(() -> keys.keep(call, obstacle.get()));
            }
            Intent paid = intent.in(Intent.Status.succeeded);
            Answer answer = move(call, paid, Charge.of(Provider.id("ch"), paid, clock.instant()), answer(paid));
            return Cards.losesAnswer(intent.token(), number) ? Answer.DROPPED : answer;
        }
    }

    private Answer cancel(Keys.Call call, Intent asked) {
        synchronized (lock(asked)) {
            Intent intent = world.intent(asked.id()).orElseThrow();
            if (intent.status() == Intent.Status.succeeded || intent.status() == Intent.Status.canceled) {
                return keys.keep(call, ProviderJson.unexpectedState(intent.status(), "canceled"));
            }
            Intent canceled = intent.in(Intent.Status.canceled);
            return move(call, canceled, null, answer(canceled));
        }
    }

    /** Writes it on one line with the answer, so a crash leaves both or neither. */
    private Answer move(Keys.Call call, Intent intent, Charge charge, Answer answer) {
        world.record(Entry.moved(call.key(), call.fingerprint(), intent, charge, answer));
        return answer;
    }

    private Object lock(Intent intent) {
        return locks.computeIfAbsent(intent.id(), ignored -> new Object());
    }

    private static Answer answer(Intent intent) {
        return Answer.of(200, ProviderJson.paymentIntent(intent));
    }
}
