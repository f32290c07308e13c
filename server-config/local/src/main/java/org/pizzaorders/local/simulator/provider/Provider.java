package org.pizzaorders.local.simulator.provider;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.pizzaorders.local.simulator.books.Answer;
import org.pizzaorders.local.simulator.books.Charge;
import org.pizzaorders.local.simulator.books.Entry;
import org.pizzaorders.local.simulator.books.Intent;
import org.pizzaorders.local.simulator.books.World;

/**
 * Payment intents, confirmed at once or {@link Intents later}. A key charges at most once, however often it is used,
 * also concurrently. Thread-safe.
 */
public final class Provider {

    static final String TOKEN = "payment_method_data[card][token]";

    private static final String PATH = "payment_intents";
    private static final String METHOD = "payment_method";

    private final World world;
    private final Clock clock;
    private final Keys keys;
    private final Intents intents;
    private final Set<String> broken = ConcurrentHashMap.newKeySet();

    public Provider(World world, Clock clock, Keys keys) {
        this.world = world;
        this.clock = clock;
        this.keys = keys;
        this.intents = new Intents(world, clock, keys);
    }

    public Answer pay(String key, Map<String, String> parameters) {
        String token = parameters.getOrDefault(TOKEN, parameters.getOrDefault(METHOD, ""));
        Optional<Answer> invalid = Amounts.refusal(parameters);
        if (invalid.isPresent()) {
            world.countCall(key, token);
            return invalid.get();
        }
        return keys.once(key, token, PATH, parameters, call -> open(call, token, parameters));
    }

    private Answer open(Keys.Call call, String token, Map<String, String> parameters) {
        boolean confirmed = "true".equals(parameters.get("confirm"));
        Optional<Answer> obstacle = confirmed
                ? Cards.obstacle(token, call.number())
                : Optional.of(token).filter(card -> !Cards.isKnown(card)).map(Cards::unknown);
        boolean breaks = Cards.failsOpening(token) && broken.add(token + metadata(parameters));
        if (breaks && !Cards.failsLate(token)) {
            return keys.keep(call, ProviderJson.failure(500));
        }
        if (Cards.isKnown(token) && Cards.worksOnce(token) && !world.use(token)) {
            return keys.keep(
                    call, parameters.containsKey(METHOD) ? ProviderJson.methodUsed() : ProviderJson.tokenUsed(token));
        }
        if (obstacle.isPresent()) {
            return keys.keep(call, obstacle.get());
        }
        Intent intent = intent(call.key(), token, parameters);
        return confirmed ? charge(call, intent) : make(call, intent, breaks);
    }

    private Answer make(Keys.Call call, Intent intent, boolean breaks) {
        Answer answer = breaks ? ProviderJson.failure(500) : Answer.of(200, ProviderJson.paymentIntent(intent));
        world.record(Entry.opened(call.fingerprint(), intent, answer));
        return Cards.losesOpening(intent.token(), call.number()) ? Answer.DROPPED : answer;
    }

    private Answer charge(Keys.Call call, Intent intent) {
        Charge charge = Charge.of(id("ch"), intent, clock.instant());
        Answer answer = Answer.of(200, ProviderJson.paymentIntent(charge));
        world.record(Entry.charged(call.fingerprint(), charge, answer));
        return Cards.losesAnswer(intent.token(), call.number()) ? Answer.DROPPED : answer;
    }

    private Intent intent(String key, String token, Map<String, String> parameters) {
        return new Intent(
                id("pi"),
                Long.parseLong(parameters.get("amount")),
                parameters.get("currency").toLowerCase(Locale.ROOT),
                token,
                key,
                metadata(parameters),
                clock.instant(),
                Intent.Status.requires_confirmation,
                null);
    }

    public Answer paymentIntent(String id) {
        return intents.intent(id)
                .or(() -> world.charge(id).map(charge -> Answer.of(200, ProviderJson.paymentIntent(charge))))
                .orElseGet(() -> ProviderJson.missing(id));
    }

    /** Not older than {@code created[gte]}, the newest first: a page of {@code limit} after {@code starting_after}. */
    public Answer paymentIntents(Map<String, String> parameters) {
        long since = Long.parseLong(parameters.getOrDefault("created[gte]", "0"));
        int limit = Integer.parseInt(parameters.getOrDefault("limit", "10"));
        List<Intent> found = world.intentsSince(since, parameters.get("starting_after"));
        return Answer.of(
                200,
                ProviderJson.list(
                        "/v1/payment_intents",
                        found.stream()
                                .limit(limit)
                                .map(ProviderJson::paymentIntent)
                                .toList(),
                        found.size() > limit));
    }

    public Answer confirm(String key, String id, Map<String, String> parameters) {
        return intents.confirm(key, id, parameters).orElseGet(() -> ProviderJson.missing(id));
    }

    public Answer cancel(String key, String id, Map<String, String> parameters) {
        return intents.cancel(key, id, parameters)
                .or(() -> world.charge(id)
                        .map(charge -> ProviderJson.unexpectedState(Intent.Status.succeeded, "canceled")))
                .orElseGet(() -> ProviderJson.missing(id));
    }

    private static Map<String, String> metadata(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .filter(parameter -> parameter.getKey().startsWith("metadata["))
                .collect(Collectors.toMap(
                        parameter -> parameter.getKey().replaceAll("^metadata\\[(.*)]$", "$1"), Map.Entry::getValue));
    }

    static String id(String prefix) {
        return prefix + "_" + UUID.randomUUID().toString().replace("-", "");
    }
}
