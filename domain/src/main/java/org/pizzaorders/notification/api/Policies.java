package org.pizzaorders.notification.api;

import java.util.List;
import java.util.Set;

/**
 * Which events customers are informed about, and by which channels. The policies are in the database. Messages that
 * staff send by hand ignore them. Each changing call is one transaction; every instance uses the change from the next
 * event on.
 */
public interface Policies {

    /** The policies of all events that customers can be informed about, sorted by name. */
    List<PolicyView> policies();

    /**
     * @throws PolicyNotFound if customers cannot be informed about such an event
     */
    PolicyView policy(String event);

    /**
     * From now on customers are informed about this event by exactly these channels.
     *
     * @param reason for the audit
     * @param by who makes the change
     * @throws PolicyNotFound if customers cannot be informed about such an event
     * @throws org.pizzaorders.shared.InvalidInput if there is no reason
     */
    PolicyView change(String event, Set<Channel> channels, String reason, String by);
}
