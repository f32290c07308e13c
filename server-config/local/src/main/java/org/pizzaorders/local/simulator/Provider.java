package org.pizzaorders.local.simulator;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Payment intents, confirmed as they are made or {@link Intents later}, and refunds. A key charges at most once, however often and however concurrently it is used: calls
 * under one key follow one another. Thread-safe.
 */
final class Provider {

    private static final String TOKEN = "payment_method_data[card][token]";

    private final World world;
    private final Clock clock;
    private final Intents intents;
    private final Map<String, Object> keys = new ConcurrentHashMap<>();

    Provider(World world, Clock clock) {
        this.world = world;
        this.clock = clock;
        this.intents = new Intents(world, clock);
    }

    Answer pay(String key, Map<String, String> parameters) {
        String token = parameters.getOrDefault(TOKEN, parameters.getOrDefault("payment_method", ""));
        return once(key, token, "payment_intents", parameters, call -> charge(key, token, parameters, call));
    }

    Answer refund(String key, Map<String, String> parameters) {
        return once(key, null, "refunds", parameters, call -> giveBack(key, parameters));
    }

    Answer refunds(Map<String, String> parameters) {
        String intent = parameters.getOrDefault("payment_intent", "");
        return world.charge(intent)
                .map(charge -> Answer.of(200, ProviderJson.refunds(world.refunds(intent), charge)))
                .orElseGet(() -> Answer.of(200, ProviderJson.refunds(List.of(), null)));
    }

    Answer paymentIntent(String id) {
        return intents.intent(id)
                .or(() -> world.charge(id).map(charge -> Answer.of(200, ProviderJson.paymentIntent(charge))))
                .orElseGet(() -> ProviderJson.missing(id));
    }

    Answer confirm(String id) {
        return intents.confirm(id).orElseGet(() -> ProviderJson.missing(id));
    }

    Answer cancel(String id) {
        return intents.cancel(id)
                .or(() -> world.charge(id)
                        .map(charge -> ProviderJson.unexpectedState(Intent.Status.succeeded, "canceled")))
                .orElseGet(() -> ProviderJson.missing(id));
    }

    private interface Attempt {
        Answer make(int call);
    }

    private Answer once(String key, String token, String path, Map<String, String> parameters, Attempt attempt) {
        String fingerprint = path + "?" + canonical(parameters);
        int call = world.countCall(key, token);
        if ("tok_timeout".equals(token) && "true".equals(parameters.get("confirm"))) {
            return attempt.make(call); // never charges, so it need not keep the key's other calls waiting
        }
        synchronized (keys.computeIfAbsent(key, ignored -> new Object())) {
            Optional<World.Stored> stored = world.answer(key);
            if (stored.isPresent()) {
                boolean same = stored.get().fingerprint().equals(fingerprint);
                return same ? stored.get().answer().replay() : ProviderJson.keyReused();
            }
            return attempt.make(call);
        }
    }

    private Answer charge(String key, String token, Map<String, String> parameters, int call) {
        String fingerprint = "payment_intents?" + canonical(parameters);
        boolean confirmed = "true".equals(parameters.get("confirm"));
        Optional<Answer> obstacle = invalidPayment(parameters)
                .or(() -> confirmed
                        ? Cards.obstacle(token, call)
                        : Optional.of(token)
                                .filter(card -> !Cards.isKnown(card))
                                .map(Cards::unknown));
        if (obstacle.isPresent()) {
            return stored(key, fingerprint, obstacle.get());
        }
        Intent intent = new Intent(
                id("pi"),
                Long.parseLong(parameters.get("amount")),
                parameters.get("currency").toLowerCase(Locale.ROOT),
                token,
                key,
                metadata(parameters),
                clock.instant(),
                Intent.Status.requires_confirmation,
                null);
        if (!confirmed) {
            Answer opened = Answer.of(200, ProviderJson.paymentIntent(intent));
            world.record(Entry.opened(fingerprint, intent, opened));
            return opened;
        }
        Charge charge = Charge.of(id("ch"), intent, clock.instant());
        Answer answer = Answer.of(200, ProviderJson.paymentIntent(charge));
        world.record(Entry.charged(fingerprint, charge, answer));
        return Cards.losesAnswer(token, call) ? Answer.DROPPED : answer;
    }

    private Answer giveBack(String key, Map<String, String> parameters) {
        String fingerprint = "refunds?" + canonical(parameters);
        String intent = parameters.getOrDefault("payment_intent", "");
        Optional<Charge> charge = world.charge(intent);
        if (charge.isEmpty()) {
            return stored(key, fingerprint, ProviderJson.missing(intent));
        }
        long left = charge.get().amount() - world.refunded(intent);
        if (left == 0) {
            return stored(key, fingerprint, ProviderJson.alreadyRefunded());
        }
        Optional<Long> amount = amount(parameters.getOrDefault("amount", Long.toString(left)));
        if (amount.isEmpty() || amount.get() > left) {
            return stored(key, fingerprint, ProviderJson.invalid("amount", "Refundable is at most " + left + "."));
        }
        Refund refund = new Refund(id("re"), intent, amount.get(), charge.get().currency(), key, clock.instant());
        Answer answer = Answer.of(200, ProviderJson.refund(refund, charge.get()));
        world.record(Entry.refunded(fingerprint, refund, answer));
        return answer;
    }

    private Answer stored(String key, String fingerprint, Answer answer) {
        if (answer.isFinal()) {
            world.record(Entry.answered(key, fingerprint, answer));
        }
        return answer;
    }

    private static Optional<Answer> invalidPayment(Map<String, String> parameters) {
        if (amount(parameters.get("amount")).isEmpty()) {
            return Optional.of(ProviderJson.invalid("amount", "The amount must be a positive whole number."));
        }
        if (!parameters.getOrDefault("currency", "").matches("[A-Za-z]{3}")) {
            return Optional.of(ProviderJson.invalid("currency", "The currency must be a code of three letters."));
        }
        return Optional.empty();
    }

    private static Optional<Long> amount(String text) {
        return Optional.ofNullable(text)
                .filter(digits -> digits.matches("[1-9][0-9]{0,11}"))
                .map(Long::valueOf);
    }

    private static Map<String, String> metadata(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .filter(parameter -> parameter.getKey().startsWith("metadata["))
                .collect(Collectors.toMap(
                        parameter -> parameter.getKey().replaceAll("^metadata\\[(.*)]$", "$1"), Map.Entry::getValue));
    }

    private static String canonical(Map<String, String> parameters) {
        return new TreeMap<>(parameters).toString();
    }

    static String id(String prefix) {
        return prefix + "_" + UUID.randomUUID().toString().replace("-", "");
    }
}
