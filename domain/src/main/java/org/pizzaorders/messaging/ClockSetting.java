package org.pizzaorders.messaging;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.pizzaorders.work.DueWork;

/** Has the database tell the time once a round. Without it the clock goes on as it was set; others tell of the outage. */
final class ClockSetting implements DueWork<Void> {

    private static final Logger LOG = System.getLogger(ClockSetting.class.getName());

    private final Runnable set;

    ClockSetting(Runnable set) {
        this.set = set;
    }

    @Override
    public List<Void> claim(int limit) {
        try {
            set.run();
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "The database does not tell the time", e);
        }
        return List.of();
    }

    @Override
    public void attempt(List<Void> claimed) {
        // done by the claim
    }
}
