package org.pizzaorders.messaging;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.pizzaorders.work.Rounds;

/** Has the database tell the time once a round. Without it the clock goes on as it was set; others tell of the outage. */
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
            LOG.log(Level.DEBUG, "The database does not tell the time", e);
        }
        return false;
    }
}
