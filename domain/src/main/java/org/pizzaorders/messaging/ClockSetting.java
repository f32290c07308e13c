package org.pizzaorders.messaging;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.pizzaorders.work.Rounds;

/**
 * Sets the clock by the database once a round. While the database is away, the clock goes on as it is; other parts
 * report the outage.
 */
final class ClockSetting implements Rounds {

    private static final Logger LOG = System.getLogger(ClockSetting.class.getName());

    private final Runnable set;

    ClockSetting(Runnable set) {
        this.set = set;
    }

    @Override
    public boolean run(int limit) {
        try {
            set.run();
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "Cannot read the time of the database", e);
        }
        return false;
    }
}
