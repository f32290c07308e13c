package org.pizzaorders.local.child;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The other end of {@code ChildJvm}: what a process of ours does in its {@code main}. */
public final class ChildProcess {

    public static final String READY = "READY";

    /** Keeps a reference, because the framework holds loggers weakly and would lose the level. */
    private static final Logger ROOT = Logger.getLogger("");

    private ChildProcess() {}

    /** Logs warnings and errors to standard error. */
    public static void quiet() {
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL %4$s %3$s %5$s%6$s%n");
        ROOT.setLevel(Level.WARNING);
    }

    /** Reports that it is usable, then ends with its parent, because the parent's death closes our standard input. */
    public static void serveUntilOrphaned() {
        System.out.println(READY);
        try (InputStream in = System.in) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // counts like its end
        }
        System.exit(0);
    }
}
