package org.pizzaorders.kafka.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.IllegalStateException;
import jakarta.resource.spi.work.WorkManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.pizzaorders.kafka.container.Container;
import org.pizzaorders.kafka.container.Endpoints;
import org.pizzaorders.kafka.container.Inbox;
import org.pizzaorders.kafka.container.Transactions;
import org.pizzaorders.kafka.inbound.config.KafkaActivationSpec;

class StopRaceTest {

    private final KafkaResourceAdapter adapter = new KafkaResourceAdapter();

    @Test
    void anActivationThatAStopOvertakesLeavesNoConsumerBehind() {
        try (Container container = new Container("127.0.0.1:1")) {
            adapter.setBootstrapServers("127.0.0.1:1");
            adapter.start(stoppingBeforeEachWork(container));
            KafkaActivationSpec spec = new KafkaActivationSpec();
            spec.setTopics("topic");
            spec.setGroupId("group");
            Endpoints endpoints = new Endpoints(new Transactions(), new Inbox());

            assertThatThrownBy(() -> adapter.endpointActivation(endpoints, spec))
                    .isInstanceOf(IllegalStateException.class);

            assertThat(adapter.consumers().list()).isEmpty();
        }
    }

    private BootstrapContext stoppingBeforeEachWork(Container container) {
        WorkManager works = container.getWorkManager();
        WorkManager stopping = proxy(WorkManager.class, works, adapter::stop);
        return (BootstrapContext) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {BootstrapContext.class},
                (proxy, method, arguments) ->
                        method.getName().equals("getWorkManager") ? stopping : method.invoke(container, arguments));
    }

    private <T> T proxy(Class<T> type, T real, Runnable before) {
        return type.cast(Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    before.run();
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
