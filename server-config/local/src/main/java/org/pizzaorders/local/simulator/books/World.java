package org.pizzaorders.local.simulator.books;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything that the simulator received and did, in memory and in the journal. Thread-safe. */
public final class World {

    /** A stored answer and its request. */
    public record Stored(String fingerprint, Answer answer) {}

    private final Map<String, Intent> intents = new LinkedHashMap<>();
    private final Map<String, Charge> charges = new LinkedHashMap<>();
    private final Map<String, Refund> refunds = new LinkedHashMap<>();
    private final Set<String> forgotten = new HashSet<>();
    private final Set<String> usedTokens = new HashSet<>();
    private final Map<String, Attempts> attempts = new LinkedHashMap<>();
    private final Map<String, Stored> answers = new LinkedHashMap<>();
    private final List<SentMessage> messages = new ArrayList<>();
    private final Set<String> messageKeys = new HashSet<>();
    private final Journal journal;

    public World(Path file) {
        this.journal = Journal.open(file, this::apply);
    }

    public synchronized void record(Entry entry) {
        journal.append(entry);
        apply(entry);
    }

    /** Counts the call and returns the number of calls under its key so far. */
    public synchronized int countCall(String key, String token) {
        record(Entry.call(key, token));
        return attempts.get(key).calls();
    }

    public synchronized Optional<Stored> answer(String key) {
        return Optional.ofNullable(answers.get(key));
    }

    public synchronized Optional<Charge> charge(String paymentIntent) {
        return Optional.ofNullable(charges.get(paymentIntent)).filter(charge -> !forgotten.contains(paymentIntent));
    }

    public synchronized Optional<Intent> intent(String id) {
        return Optional.ofNullable(intents.get(id)).filter(intent -> !forgotten.contains(id));
    }

    /** Intents, the newest first. Begins after that id, or with the newest. */
    public synchronized List<Intent> intentsSince(long epochSecond, String after) {
        List<Intent> found = new ArrayList<>(intents.values());
        Collections.reverse(found);
        int first = after == null ? 0 : found.indexOf(intents.get(after)) + 1;
        return found.stream()
                .skip(first)
                .filter(intent -> intent.at().getEpochSecond() >= epochSecond)
                .toList();
    }

    /** The refunds, each with the status that it has at that time. */
    public synchronized List<Refund> refunds(String paymentIntent, Instant now) {
        return refunds.values().stream()
                .filter(refund -> refund.paymentIntent().equals(paymentIntent))
                .map(refund -> refund.by(now))
                .toList();
    }

    public synchronized Optional<Refund> refund(String id) {
        return Optional.ofNullable(refunds.get(id));
    }

    /** The sum of the charge's refunds that have succeeded by that time, or may still succeed. */
    public synchronized long standing(String paymentIntent, Instant now) {
        return refunds(paymentIntent, now).stream()
                .filter(Refund::isStanding)
                .mapToLong(Refund::amount)
                .sum();
    }

    /** Returns whether this is the token's first use. */
    public synchronized boolean use(String token) {
        return usedTokens.add(token);
    }

    /** Makes the intent unknown until the next start, as if it were another account's. */
    public synchronized void forget(String paymentIntent) {
        forgotten.add(paymentIntent);
    }

    /** Forgets all answers under keys until the next start, as the provider does after a day. */
    public synchronized void forgetKeys() {
        answers.clear();
    }

    /** Stores the message, once per key. */
    public synchronized void keep(SentMessage message) {
        if (message.idempotencyKey() == null || !messageKeys.contains(message.idempotencyKey())) {
            record(Entry.sent(message));
        }
    }

    public synchronized List<SentMessage> messages() {
        return List.copyOf(messages);
    }

    public synchronized Ledger ledger(Instant now) {
        return Ledger.of(
                charges.values(),
                refunds.values().stream().map(refund -> refund.by(now)).toList(),
                attempts);
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
            usedTokens.add(entry.intent().token());
        }
        if (entry.charge() != null) {
            charges.put(entry.charge().paymentIntent(), entry.charge());
            usedTokens.add(entry.charge().token());
        }
        if (entry.refund() != null) {
            refunds.put(entry.refund().id(), entry.refund());
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
