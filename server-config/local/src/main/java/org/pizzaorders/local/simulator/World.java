package org.pizzaorders.local.simulator;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All that the simulator was told, in memory and in the journal. Thread-safe. */
final class World {

    /** A stored answer and the request that it belongs to. */
    record Stored(String fingerprint, Answer answer) {}

    private final Map<String, Intent> intents = new LinkedHashMap<>();
    private final Map<String, Charge> charges = new LinkedHashMap<>();
    private final List<Refund> refunds = new ArrayList<>();
    private final Map<String, Attempts> attempts = new LinkedHashMap<>();
    private final Map<String, Stored> answers = new LinkedHashMap<>();
    private final List<SentMessage> messages = new ArrayList<>();
    private final Set<String> messageKeys = new HashSet<>();
    private final Journal journal;

    World(Path file) {
        this.journal = Journal.open(file, this::apply);
    }

    synchronized void record(Entry entry) {
        journal.append(entry);
        apply(entry);
    }

    /** Counts the call and returns the number of calls under its key so far. */
    synchronized int countCall(String key, String token) {
        record(Entry.call(key, token));
        return attempts.get(key).calls();
    }

    synchronized Optional<Stored> answer(String key) {
        return Optional.ofNullable(answers.get(key));
    }

    synchronized Optional<Charge> charge(String paymentIntent) {
        return Optional.ofNullable(charges.get(paymentIntent));
    }

    synchronized Optional<Intent> intent(String id) {
        return Optional.ofNullable(intents.get(id));
    }

    synchronized List<Refund> refunds(String paymentIntent) {
        return refunds.stream()
                .filter(refund -> refund.paymentIntent().equals(paymentIntent))
                .toList();
    }

    /** As if a day had gone by: what was answered under keys is known no more, until the next start. */
    synchronized void forgetKeys() {
        answers.clear();
    }

    synchronized long refunded(String paymentIntent) {
        return refunds(paymentIntent).stream().mapToLong(Refund::amount).sum();
    }

    /** Keeps the message, once per key. */
    synchronized void keep(SentMessage message) {
        if (message.idempotencyKey() == null || !messageKeys.contains(message.idempotencyKey())) {
            record(Entry.sent(message));
        }
    }

    synchronized List<SentMessage> messages() {
        return List.copyOf(messages);
    }

    synchronized Ledger ledger() {
        return Ledger.of(charges.values(), refunds, attempts);
    }

    private synchronized void apply(Entry entry) {
        if (entry.call() != null) {
            attempts.merge(
                    entry.call().key(),
                    Attempts.first(entry.call().key(), entry.call().token()),
                    (known, fresh) -> known.again());
        }
        if (entry.intent() != null) {
            intents.put(entry.intent().id(), entry.intent());
        }
        if (entry.charge() != null) {
            charges.put(entry.charge().paymentIntent(), entry.charge());
        }
        if (entry.refund() != null) {
            refunds.add(entry.refund());
        }
        if (entry.answer() != null) {
            answers.put(entry.key(), new Stored(entry.fingerprint(), entry.answer()));
            attempts.computeIfPresent(
                    entry.key(), (key, known) -> known.answered(entry.answer().status()));
        }
        if (entry.message() != null) {
            messages.add(entry.message());
            messageKeys.add(entry.message().idempotencyKey());
        }
    }
}
