package org.pizzaorders.local;

import java.util.logging.Level;
import java.util.logging.Logger;

/** What a child process logs: warnings and worse, to its standard error. */
final class QuietLogging {

    /** Kept, as the framework itself holds loggers weakly and would forget the level. */
    private static final Logger ROOT = Logger.getLogger("");

    private QuietLogging() {}

    static void install() {
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL %4$s %3$s %5$s%6$s%n");
        ROOT.setLevel(Level.WARNING);
    }
}
