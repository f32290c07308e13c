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

/** Which events customers are told of by which channels, as it is now. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class StoredPolicies {

    @PersistenceContext(unitName = "notifications")
    EntityManager entities;

    /** Of all events that customers can be told of, by name. */
    public Map<String, Set<Channel>> all() {
        return byEvent(entities.createQuery("select p from PolicyRow p", PolicyRow.class)
                .getResultList());
    }

    /** Without those that customers cannot be told of. */
    public Map<String, Set<Channel>> of(Collection<String> events) {
        return byEvent(entities.createQuery("select p from PolicyRow p where p.event in :events", PolicyRow.class)
                .setParameter("events", events)
                .getResultList());
    }

    /**
     * Has customers told by these channels and no others. Of two who change one event at the same time the second waits
     * and has the last word.
     *
     * @return for how many channels that is a change
     * @throws PolicyNotFound if customers cannot be told of such an event
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
                .filter(row -> row.tell(channels.contains(row.channel())))
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
        rows.stream().filter(PolicyRow::isTold).map(PolicyRow::channel).forEach(channels::add);
        return channels;
    }
}
