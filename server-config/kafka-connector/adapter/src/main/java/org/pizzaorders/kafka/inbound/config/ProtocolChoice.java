package org.pizzaorders.kafka.inbound.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.GroupProtocol;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/**
 * The group protocol of one activation. {@code auto} begins with the new protocol (KIP-848), because the start would
 * have to wait for the brokers to ask them first. It falls back for good when the brokers answer that they do not
 * support it. Shared by the activation's poll threads.
 */
public final class ProtocolChoice {

    private static final String AUTO = "auto";

    /** The client refuses these with the new protocol, because there the brokers decide them. */
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

    /**
     * @param connection client properties of the adapter
     * @throws IllegalArgumentException if there is no protocol of that name
     */
    public static ProtocolChoice of(Map<String, Object> connection, InboundSettings settings) {
        Map<String, Object> given = new HashMap<>(connection);
        given.putAll(settings.consumerProperties());
        String free = (String) given.get(ConsumerConfig.GROUP_PROTOCOL_CONFIG);
        String wanted = Stream.of(settings.groupProtocol(), free)
                .filter(each -> each != null && !AUTO.equals(each))
                .findFirst()
                .orElse(AUTO);
        if (!AUTO.equals(wanted)) {
            return new ProtocolChoice(named(wanted), false);
        }
        return given.keySet().stream().anyMatch(CLASSIC_ONLY::contains)
                ? new ProtocolChoice(GroupProtocol.CLASSIC, false)
                : new ProtocolChoice(GroupProtocol.CONSUMER, true);
    }

    private static GroupProtocol named(String wanted) {
        try {
            return GroupProtocol.of(wanted);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    ConsumerConfig.GROUP_PROTOCOL_CONFIG + ": classic or consumer, not \"" + wanted + "\"", e);
        }
    }

    public GroupProtocol current() {
        return current;
    }

    /**
     * @return whether the other protocol must be used from now on
     */
    public boolean fallsBackAfter(Throwable failure) {
        if (!mayFallBack || !(failure instanceof UnsupportedVersionException)) {
            return false;
        }
        current = GroupProtocol.CLASSIC;
        return true;
    }
}
