package org.pizzaorders.kafka.inbound;

import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.work.HintsContext;
import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkContext;
import jakarta.resource.spi.work.WorkContextProvider;
import java.util.List;

/**
 * Tells the container by a hint that the work runs as long as the bean is deployed. A container that supports the hint
 * does not use a thread for short works; otherwise too few of these would be left for deliveries.
 */
final class LongRunningWork implements Work, WorkContextProvider {

    private static final long serialVersionUID = 1L;

    private final transient Work work;

    private LongRunningWork(Work work) {
        this.work = work;
    }

    /** Returns the work itself if the container does not support hints. */
    static Work of(BootstrapContext container, Work work) {
        return container.isContextSupported(HintsContext.class) ? new LongRunningWork(work) : work;
    }

    @Override
    public List<WorkContext> getWorkContexts() {
        HintsContext hints = new HintsContext();
        hints.setHint(HintsContext.LONGRUNNING_HINT, true);
        return List.of(hints);
    }

    @Override
    public void run() {
        work.run();
    }

    @Override
    public void release() {
        work.release();
    }
}
