package org.pizzaorders.local.bench.reference;

import io.debezium.engine.ChangeEvent;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.format.SimpleString;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pizzaorders.local.child.ChildProcess;

/** Debezium's process: {@code DebeziumMain <properties> <bootstrap servers> <topic with a sample>}. */
final class DebeziumMain {

    /** Keeps a reference, because the framework holds loggers weakly. Its statistics warn that they cannot keep up. */
    private static final Logger DEBEZIUM = Logger.getLogger("io.debezium");

    private DebeziumMain() {}

    public static void main(String[] args) throws IOException {
        ChildProcess.quiet();
        DEBEZIUM.setLevel(Level.SEVERE);
        Properties properties = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of(args[0]))) {
            properties.load(file);
        }
        PlainProducer producer = new PlainProducer(args[1], args[2]);
        DebeziumEngine<ChangeEvent<String, String>> engine = DebeziumEngine.create(SimpleString.class)
                .using(properties)
                .notifying((events, committer) -> send(events, committer, producer))
                .using((success, message, error) -> failed(message, error))
                .build();
        new Thread(engine, "debezium").start();
        ChildProcess.serveUntilOrphaned();
    }

    private static void send(
            List<ChangeEvent<String, String>> events,
            DebeziumEngine.RecordCommitter<ChangeEvent<String, String>> committer,
            PlainProducer producer)
            throws InterruptedException {
        for (ChangeEvent<String, String> event : events) {
            producer.send(event.destination(), event.key(), event.value());
        }
        producer.flush();
        for (ChangeEvent<String, String> event : events) {
            committer.markProcessed(event);
        }
        committer.markBatchFinished();
    }

    /** Ends the process, so that nobody waits for it. */
    private static void failed(String message, Throwable error) {
        System.err.println("Debezium ended: " + message);
        if (error != null) {
            error.printStackTrace();
        }
        System.exit(1);
    }
}
