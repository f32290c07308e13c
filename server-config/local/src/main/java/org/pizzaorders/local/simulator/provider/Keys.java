package org.pizzaorders.local.simulator.provider;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.pizzaorders.local.simulator.books.Answer;
import org.pizzaorders.local.simulator.books.Entry;
import org.pizzaorders.local.simulator.books.World;

/**
 * Idempotency keys, as the provider documents them: a request is carried out once under its key, and later calls get its answer
 * again, even a failure with status 500. While it is carried out, others under the same key are refused. Requests with
 * other content under the same key are refused too. Thread-safe.
 */
public final class Keys {

    private final World world;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    public Keys(World world) {
        this.world = world;
    }

    /**
     * A request under a key.
     *
     * @param number its position among the requests under this key, from 1
     */
    record Call(String key, String fingerprint, int number) {}

    /** Carries a request out, and stores its answer with what it changes: on one line, or by {@link #keep}. */
    interface Attempt {
        Answer make(Call call);
    }

    /** @param token the card; null if the request has none */
    Answer once(String key, String token, String path, Map<String, String> parameters, Attempt attempt) {
        Call call = new Call(key, path + "?" + new TreeMap<>(parameters), world.countCall(key, token));
        if (!underWay.add(key)) {
            return ProviderJson.keyInUse();
        }
        try {
            return world.answer(key).map(stored -> again(stored, call)).orElseGet(() -> attempt.make(call));
        } finally {
            underWay.remove(key);
        }
    }

    private static Answer again(World.Stored stored, Call call) {
        return stored.fingerprint().equals(call.fingerprint()) ? stored.answer().replay() : ProviderJson.keyReused();
    }

    Answer keep(Call call, Answer answer) {
        if (answer.isKept()) {
            world.record(Entry.answered(call.key(), call.fingerprint(), answer));
        }
        return answer;
    }
}
