package org.pizzaorders.kafka.outbound;

import jakarta.resource.spi.CommException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.pizzaorders.kafka.client.AdapterClassLoader;
import org.pizzaorders.kafka.client.ClientFailure;

/** Checks whether a broker answers, with the same addresses and credentials as every other client of the adapter. */
final class BrokerProbe {

    private BrokerProbe() {}

    /**
     * @throws CommException if none answers in time, or none accepts the credentials
     */
    static void ask(Map<String, Object> connection, Duration most) throws CommException {
        Map<String, Object> properties = new HashMap<>(connection);
        properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) most.toMillis());
        properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) most.toMillis());
        try (Admin admin = AdapterClassLoader.call(() -> Admin.create(properties))) {
            admin.describeCluster().clusterId().get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw failed(e.getCause());
        } catch (TimeoutException | KafkaException e) {
            throw failed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(e);
        }
    }

    private static CommException failed(Throwable cause) {
        return new CommException("No broker answers: " + ClientFailure.ofConsumer(cause, List.of()), cause);
    }
}
