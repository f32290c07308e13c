package org.pizzaorders.kafka.container;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.pizzaorders.kafka.api.ConsumedRecord;
import org.pizzaorders.kafka.api.DeadLetterListener;
import org.pizzaorders.kafka.api.FailedRecord;

/** An inbox that keeps its dead letters: remembers each that it was handed, then does what the test says. */
public final class Keeper extends Inbox implements DeadLetterListener {

    private final List<FailedRecord> deadLetters = new CopyOnWriteArrayList<>();
    private final Consumer<FailedRecord> thenKeep;

    public Keeper(Consumer<List<ConsumedRecord>> then) {
        this(then, failed -> {});
    }

    public Keeper(Consumer<List<ConsumedRecord>> then, Consumer<FailedRecord> thenKeep) {
        super(then);
        this.thenKeep = thenKeep;
    }

    @Override
    public void onDeadLetter(FailedRecord failed) {
        deadLetters.add(failed);
        thenKeep.accept(failed);
    }

    public List<FailedRecord> deadLetters() {
        return deadLetters;
    }
}
