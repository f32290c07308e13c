package org.pizzaorders.kafka.container;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.pizzaorders.kafka.api.ConsumedRecord;
import org.pizzaorders.kafka.api.KafkaRecordListener;

/** Remembers every batch it was given, then does what the test says. */
public class Inbox implements KafkaRecordListener {

    private final List<List<ConsumedRecord>> batches = new CopyOnWriteArrayList<>();
    private final Consumer<List<ConsumedRecord>> then;

    public Inbox() {
        this(batch -> {});
    }

    public Inbox(Consumer<List<ConsumedRecord>> then) {
        this.then = then;
    }

    @Override
    public void onRecords(List<ConsumedRecord> records) {
        batches.add(records);
        then.accept(records);
    }

    public List<List<ConsumedRecord>> batches() {
        return batches;
    }

    public List<String> values() {
        return batches.stream().flatMap(List::stream).map(Inbox::value).toList();
    }

    public List<String> values(int partition) {
        return batches.stream()
                .flatMap(List::stream)
                .filter(each -> each.partition() == partition)
                .map(Inbox::value)
                .toList();
    }

    public static String value(ConsumedRecord each) {
        return new String(each.value(), StandardCharsets.UTF_8);
    }
}
