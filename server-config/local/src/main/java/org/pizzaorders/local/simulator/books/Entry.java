package org.pizzaorders.local.simulator.books;

/**
 * One line of the journal: a call that came in, or its outcome. A charge and the answer that reports it are on one
 * line, so a crash leaves both or neither. Fields that do not apply are null.
 */
public record Entry(
        Call call,
        Intent intent,
        Charge charge,
        Refund refund,
        String key,
        String fingerprint,
        Answer answer,
        SentMessage message) {

    /** A request under an idempotency key; the token is null for a refund. */
    record Call(String key, String token) {}

    static Entry call(String key, String token) {
        return new Entry(new Call(key, token), null, null, null, null, null, null, null);
    }

    public static Entry opened(String fingerprint, Intent intent, Answer answer) {
        return new Entry(null, intent, null, null, intent.idempotencyKey(), fingerprint, answer, null);
    }

    /** An intent with a new status, and the charge, if that is the reason. */
    public static Entry moved(String key, String fingerprint, Intent intent, Charge charge, Answer answer) {
        return new Entry(null, intent, charge, null, key, fingerprint, answer, null);
    }

    /** A refund with a new status. */
    public static Entry settled(Refund refund) {
        return new Entry(null, null, null, refund, null, null, null, null);
    }

    public static Entry charged(String fingerprint, Charge charge, Answer answer) {
        return new Entry(null, null, charge, null, charge.idempotencyKey(), fingerprint, answer, null);
    }

    public static Entry refunded(String fingerprint, Refund refund, Answer answer) {
        return new Entry(null, null, null, refund, refund.idempotencyKey(), fingerprint, answer, null);
    }

    public static Entry answered(String key, String fingerprint, Answer answer) {
        return new Entry(null, null, null, null, key, fingerprint, answer, null);
    }

    static Entry sent(SentMessage message) {
        return new Entry(null, null, null, null, null, null, null, message);
    }
}
