package org.pizzaorders.kafka.inbound.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.GroupProtocol;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/**
 * The group protocol of one activation. {@code auto} begins with the new one (KIP-848), as asking the brokers first
 * would make the start wait for them, and falls back for good when they say that they do not have it. Shared by the
 * activation's poll threads.
 */
public final class ProtocolChoice {

    private static final String AUTO = "auto";

    /** The client refuses these under the new protocol, where the brokers decide. */
    private static final Set<String> CLASSIC_ONLY = Set.of(
            ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
            ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
            ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG);

    private final boolean mayFallBack;
    private volatile GroupProtocol current;

    private ProtocolChoice(GroupProtocol current, boolean mayFallBack) {
        this.current = current;
        this.mayFallBack = mayFallBack;
    }

    /** @param connection client properties of the adapter */
    public static ProtocolChoice of(Map<String, Object> connection, InboundSettings settings) {
        Map<String, Object> given = new HashMap<>(connection);
        given.putAll(settings.consumerProperties());
        String free = (String) given.get(ConsumerConfig.GROUP_PROTOCOL_CONFIG);
        String wanted = Stream.of(settings.groupProtocol(), free)
                .filter(each -> each != null && !AUTO.equals(each))
                .findFirst()
                .orElse(AUTO);
        if (!AUTO.equals(wanted)) {
            return new ProtocolChoice(GroupProtocol.of(wanted), false);
        }
        return given.keySet().stream().anyMatch(CLASSIC_ONLY::contains)
                ? new ProtocolChoice(GroupProtocol.CLASSIC, false)
                : new ProtocolChoice(GroupProtocol.CONSUMER, true);
    }

    public GroupProtocol current() {
        return current;
    }

    /** @return whether the failure means that the other protocol is to be used from now on */
    public boolean fallsBackAfter(Throwable failure) {
        if (!mayFallBack || !(failure instanceof UnsupportedVersionException)) {
            return false;
        }
        current = GroupProtocol.CLASSIC;
        return true;
    }
}
