package org.pizzaorders.kafka.inbound;

import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.work.HintsContext;
import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkContext;
import jakarta.resource.spi.work.WorkContextProvider;
import java.util.List;

/**
 * Tells a container that knows of it that the work lasts as long as the bean is deployed, so that it takes no thread from
 * those for short works. Deliveries would have too few of them otherwise.
 */
final class LongRunningWork implements Work, WorkContextProvider {

    private static final long serialVersionUID = 1L;

    private final transient Work work;

    private LongRunningWork(Work work) {
        this.work = work;
    }

    /** The work itself, where the container refuses hints. */
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
