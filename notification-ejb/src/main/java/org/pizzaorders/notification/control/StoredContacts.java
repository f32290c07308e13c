package org.pizzaorders.notification.control;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.pizzaorders.notification.entity.OrderContact;

/** The customers of orders. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class StoredContacts {

    @PersistenceContext(unitName = "notifications")
    EntityManager entities;

    /**
     * Locks the contacts of the orders until the transaction ends, and inserts empty ones where they are missing. So of
     * two transactions with events of one order, the second sees everything that the first has done. Locks are taken in
     * the order of ids, to prevent deadlocks.
     */
    Map<UUID, OrderContact> lock(Collection<UUID> orders) {
        var ids = orders.stream().distinct().sorted().toList();
        entities.createNativeQuery("insert into notifications.order_contacts (order_id)"
                        + " select cast(id as uuid) from unnest(string_to_array(?1, ',')) as id order by cast(id as uuid)"
                        + " on conflict do nothing")
                .setParameter(1, ids.stream().map(UUID::toString).collect(joining(",")))
                .executeUpdate();
        return entities.createQuery(
                        "select c from OrderContact c where c.orderId in :ids order by c.orderId", OrderContact.class)
                .setParameter("ids", ids)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .collect(toMap(OrderContact::orderId, identity()));
    }

    /** Empty until {@code OrderCreated} has arrived. */
    public Optional<OrderContact> known(UUID order) {
        return Optional.ofNullable(entities.find(OrderContact.class, order)).filter(OrderContact::isKnown);
    }
}
