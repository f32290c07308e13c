package org.pizzaorders.notification.control;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.pizzaorders.notification.api.Channel;
import org.pizzaorders.notification.api.PolicyNotFound;
import org.pizzaorders.notification.entity.PolicyRow;

/** The current policies: which events customers are informed about, by which channels. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class StoredPolicies {

    @PersistenceContext(unitName = "notifications")
    EntityManager entities;

    /** The policies of all possible events, sorted by name. */
    public Map<String, Set<Channel>> all() {
        return byEvent(entities.createQuery("select p from PolicyRow p", PolicyRow.class)
                .getResultList());
    }

    /** The policies of these events, without events that have none. */
    public Map<String, Set<Channel>> of(Collection<String> events) {
        return byEvent(entities.createQuery("select p from PolicyRow p where p.event in :events", PolicyRow.class)
                .setParameter("events", events)
                .getResultList());
    }

    /**
     * From now on customers are informed by exactly these channels. If two transactions change one event at the same
     * time, the second waits and wins.
     *
     * @return how many channels changed
     * @throws PolicyNotFound if customers cannot be informed about such an event
     */
    public int change(String event, Set<Channel> channels) {
        var rows = entities.createQuery(
                        "select p from PolicyRow p where p.event = :event order by p.channel", PolicyRow.class)
                .setParameter("event", event)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        if (rows.isEmpty()) {
            throw new PolicyNotFound(event);
        }
        var changes = (int) rows.stream()
                .filter(row -> row.enable(channels.contains(row.channel())))
                .count();
        entities.flush();
        return changes;
    }

    private static Map<String, Set<Channel>> byEvent(List<PolicyRow> rows) {
        return rows.stream()
                .collect(groupingBy(
                        PolicyRow::event, TreeMap::new, collectingAndThen(toList(), StoredPolicies::channels)));
    }

    private static Set<Channel> channels(List<PolicyRow> rows) {
        var channels = EnumSet.noneOf(Channel.class);
        rows.stream().filter(PolicyRow::isEnabled).map(PolicyRow::channel).forEach(channels::add);
        return channels;
    }
}
