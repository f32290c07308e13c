package org.pizzaorders.notification.boundary;

import static java.util.stream.Collectors.joining;

import jakarta.ejb.EJB;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pizzaorders.notification.api.Channel;
import org.pizzaorders.notification.api.Policies;
import org.pizzaorders.notification.api.PolicyNotFound;
import org.pizzaorders.notification.api.PolicyView;
import org.pizzaorders.notification.control.NotificationMessaging;
import org.pizzaorders.notification.control.StoredPolicies;
import org.pizzaorders.operations.api.OperatorAction;
import org.pizzaorders.operations.api.Reasons;

/** Which events customers are informed about, and by which channels. Each call is one transaction. */
@Stateless
@Local(Policies.class)
public class PolicyDesk implements Policies {

    @Inject
    StoredPolicies policies;

    @EJB
    NotificationMessaging messaging;

    @Override
    public List<PolicyView> policies() {
        return policies.all().entrySet().stream()
                .map(policy -> view(policy.getKey(), policy.getValue()))
                .toList();
    }

    @Override
    public PolicyView policy(String event) {
        return Optional.ofNullable(policies.of(List.of(event)).get(event))
                .map(channels -> view(event, channels))
                .orElseThrow(() -> new PolicyNotFound(event));
    }

    @Override
    public PolicyView change(String event, Set<Channel> channels, String reason, String by) {
        var why = Reasons.required(reason);
        var changes = policies.change(event, channels);
        var changed = policy(event);
        messaging.audit().record(new OperatorAction("notification-policy.change", target(changed), why, by, changes));
        return changed;
    }

    private static PolicyView view(String event, Set<Channel> channels) {
        return new PolicyView(event, List.copyOf(channels));
    }

    /** The new policy as text: {@code OrderReady: SMS, PUSH}. */
    private static String target(PolicyView policy) {
        return policy.event() + ": "
                + (policy.channels().isEmpty()
                        ? "none"
                        : policy.channels().stream().map(Channel::name).collect(joining(", ")));
    }
}
