package org.pizzaorders.local.simulator;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Payment intents that are confirmed or cancelled after they were made. Of all confirmations one charges, and none once
 * the intent is cancelled. Thread-safe.
 */
final class Intents {

    private final World world;
    private final Clock clock;
    private final Map<String, Object> locks = new ConcurrentHashMap<>();

    Intents(World world, Clock clock) {
        this.world = world;
        this.clock = clock;
    }

    /** Empty if there is none of that id, as all of these. */
    Optional<Answer> intent(String id) {
        return world.intent(id).map(Intents::answer);
    }

    Optional<Answer> confirm(String id) {
        return world.intent(id).map(this::confirm);
    }

    Optional<Answer> cancel(String id) {
        return world.intent(id).map(this::cancel);
    }

    /** The card takes its time, and meanwhile the intent may be confirmed or cancelled by others. */
    private Answer confirm(Intent asked) {
        int call = world.countCall(asked.id(), asked.token());
        Optional<Answer> obstacle =
                asked.isUnconfirmed() ? Cards.obstacle(asked.token(), call) : Optional.<Answer>empty();
        synchronized (lock(asked)) {
            Intent intent = world.intent(asked.id()).orElseThrow();
            if (!intent.isUnconfirmed()) {
                return ProviderJson.unexpectedState(intent.status(), "confirmed");
            }
            if (obstacle.isPresent()) {
                Cards.declineCode(intent.token()).ifPresent(code -> move(intent.declined(code)));
                return obstacle.get();
            }
            Intent paid = intent.in(Intent.Status.succeeded);
            world.record(Entry.moved(paid, Charge.of(Provider.id("ch"), paid, clock.instant())));
            return Cards.losesAnswer(intent.token(), call) ? Answer.DROPPED : answer(paid);
        }
    }

    private Answer cancel(Intent asked) {
        synchronized (lock(asked)) {
            Intent intent = world.intent(asked.id()).orElseThrow();
            if (intent.status() == Intent.Status.succeeded || intent.status() == Intent.Status.canceled) {
                return ProviderJson.unexpectedState(intent.status(), "canceled");
            }
            return answer(move(intent.in(Intent.Status.canceled)));
        }
    }

    private Intent move(Intent intent) {
        world.record(Entry.moved(intent, null));
        return intent;
    }

    private Object lock(Intent intent) {
        return locks.computeIfAbsent(intent.id(), ignored -> new Object());
    }

    private static Answer answer(Intent intent) {
        return Answer.of(200, ProviderJson.paymentIntent(intent));
    }
}
