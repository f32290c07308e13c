package org.pizzaorders.kafka.container;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.XATerminator;
import jakarta.resource.spi.work.HintsContext;
import jakarta.resource.spi.work.WorkContext;
import jakarta.resource.spi.work.WorkManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Timer;
import java.util.function.Consumer;
import org.pizzaorders.kafka.adapter.KafkaResourceAdapter;
import org.pizzaorders.kafka.api.KafkaRecordListener;
import org.pizzaorders.kafka.inbound.config.KafkaActivationSpec;

/** An application server as the connector sees it, with the connector started in it. */
public final class Container implements BootstrapContext, AutoCloseable {

    private final Transactions transactions = new Transactions();
    private final Works works;
    private final boolean takesHints;
    private final KafkaResourceAdapter adapter = new KafkaResourceAdapter();

    public Container(String bootstrapServers) {
        this(bootstrapServers, 0, true);
    }

    /** @param threads of its pool; 0: as many as are wanted */
    public Container(String bootstrapServers, int threads, boolean takesHints) {
        this.works = new Works(threads);
        this.takesHints = takesHints;
        adapter.setBootstrapServers(bootstrapServers);
        adapter.start(this);
    }

    public KafkaResourceAdapter adapter() {
        return adapter;
    }

    public Transactions transactions() {
        return transactions;
    }

    /** One deployed message-driven bean. */
    public final class Bean {

        private final Endpoints endpoints;
        private final KafkaActivationSpec spec;

        private Bean(Endpoints endpoints, KafkaActivationSpec spec) {
            this.endpoints = endpoints;
            this.spec = spec;
        }

        public void undeploy() {
            adapter.endpointDeactivation(endpoints, spec);
        }

        public int openEndpoints() {
            return endpoints.open();
        }
    }

    public Bean deploy(KafkaRecordListener listener, Consumer<KafkaActivationSpec> configuration)
            throws ResourceException {
        KafkaActivationSpec spec = new KafkaActivationSpec();
        spec.setResourceAdapter(adapter);
        configuration.accept(spec);
        Endpoints endpoints = new Endpoints(transactions, listener);
        adapter.endpointActivation(endpoints, spec);
        return new Bean(endpoints, spec);
    }

    @Override
    public void close() {
        adapter.stop();
        works.close();
    }

    @Override
    public WorkManager getWorkManager() {
        return works;
    }

    @Override
    public TransactionSynchronizationRegistry getTransactionSynchronizationRegistry() {
        return transactions;
    }

    @Override
    public XATerminator getXATerminator() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Timer createTimer() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isContextSupported(Class<? extends WorkContext> type) {
        return takesHints && type == HintsContext.class;
    }
}
