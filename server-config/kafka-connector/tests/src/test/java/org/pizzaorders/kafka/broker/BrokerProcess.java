package org.pizzaorders.kafka.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import kafka.Kafka;
import kafka.tools.StorageTool;

/**
 * The broker's process: {@code BrokerProcess <file of its settings>}. It has the class path of its version, so this
 * class knows only what all of them have: Kafka's two entry points. Ends when its standard input does, so it never
 * outlives the tests, however they end.
 */
final class BrokerProcess {

    private static final String CLUSTER = "ConnectorTestsCluster1";

    /** Kept, as the framework itself holds loggers weakly and would forget the level. */
    private static final Logger ROOT = Logger.getLogger("");

    private BrokerProcess() {}

    public static void main(String[] arguments) {
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL %4$s %3$s %5$s%6$s%n");
        ROOT.setLevel(Level.WARNING);
        String settings = arguments[0];
        Thread parent = new Thread(BrokerProcess::endWithParent, "parent");
        parent.setDaemon(true);
        parent.start();
        String[] format = {"format", "--ignore-formatted", "-t", CLUSTER, "-c", settings};
        if (StorageTool.execute(format, new PrintStream(System.out, true, StandardCharsets.UTF_8)) != 0) {
            System.exit(1);
        }
        Kafka.main(new String[] {settings});
    }

    private static void endWithParent() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // as good as its end
        }
        Runtime.getRuntime().halt(1);
    }
}
