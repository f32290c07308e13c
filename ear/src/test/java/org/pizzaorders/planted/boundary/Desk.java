package org.pizzaorders.planted.boundary;

import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.pizzaorders.planted.control.Helper;

/** Makes threads, asks the wall clock, prints, and speaks Kafka. */
public class Desk {
    Helper helper;
    Executor executor = Executors.newSingleThreadExecutor();
    Instant opened = Instant.now();
    ProducerRecord<byte[], byte[]> sent;

    void open() {
        System.out.println(opened);
    }
}
