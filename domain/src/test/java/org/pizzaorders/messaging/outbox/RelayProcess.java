package org.pizzaorders.messaging.outbox;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.pizzaorders.messaging.outbox.PublishResult.Published;
import org.postgresql.ds.PGSimpleDataSource;

/** A process that is the relay of the orders, to be killed. It publishes to nowhere. */
public final class RelayProcess {

    private RelayProcess() {}

    /** Returns once it has the lock. */
    static Process start(PGSimpleDataSource source) throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        RelayProcess.class.getName(),
                        source.getUrl(),
                        source.getUser())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.outputWriter().append(source.getPassword()).append('\n').flush();
        if (process.inputReader().read() < 0) {
            throw new IllegalStateException("The process ended with " + process.exitValue());
        }
        return process;
    }

    /** @param args address and user; the password comes by standard input, whose end is the end of the process */
    public static void main(String[] args) throws IOException {
        var source = new PGSimpleDataSource();
        source.setUrl(args[0]);
        source.setUser(args[1]);
        var input = new java.io.BufferedReader(new java.io.InputStreamReader(System.in));
        source.setPassword(input.readLine());
        try (var instance = new RelayInstance(
                source,
                events -> events.stream()
                        .map(event -> CompletableFuture.<PublishResult>completedStage(new Published()))
                        .toList(),
                Duration.ofMillis(100))) {
            while (!instance.isRelaying()) {
                Thread.onSpinWait();
            }
            System.out.write('!');
            System.out.flush();
            input.read();
        }
    }
}
