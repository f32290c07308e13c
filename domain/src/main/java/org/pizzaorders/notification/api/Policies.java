package org.pizzaorders.notification.api;

import java.util.List;
import java.util.Set;

/**
 * Which events customers are told of, and by which channels; kept in the database. Messages by hand do not ask it. Each
 * changing call is one transaction; the next event that any instance handles is told by what it leaves.
 */
public interface Policies {

    /** Of all events that customers can be told of, by name. */
    List<PolicyView> policies();

    /** @throws PolicyNotFound if customers cannot be told of such an event */
    PolicyView policy(String event);

    /**
     * Has customers told of an event by these channels and no others.
     *
     * @param reason for the audit
     * @param by who wants it
     * @throws PolicyNotFound if customers cannot be told of such an event
     * @throws org.pizzaorders.shared.InvalidInput if there is no reason
     */
    PolicyView change(String event, Set<Channel> channels, String reason, String by);
}
