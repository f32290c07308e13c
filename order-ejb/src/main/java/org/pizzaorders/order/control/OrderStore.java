package org.pizzaorders.order.control;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pizzaorders.order.api.OrderNotFound;
import org.pizzaorders.order.api.OrderQuery;
import org.pizzaorders.order.entity.Order;
import org.pizzaorders.shared.Cursor;

/**
 * Stores orders. To change an order, load it with a lock: steps of one order then run one after the other, and the
 * later step sees the result of the earlier one.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class OrderStore {

    @PersistenceContext(unitName = "orders")
    EntityManager entityManager;

    public void add(Order order) {
        entityManager.persist(order);
    }

    /** Flushes changes, so that errors appear here and views have the new versions. */
    public void write() {
        entityManager.flush();
    }

    /**
     * @throws OrderNotFound if no order has that id
     */
    public Order order(UUID id) {
        return Optional.ofNullable(entityManager.find(Order.class, id)).orElseThrow(() -> new OrderNotFound(id));
    }

    /**
     * Waits until nobody else is changing the order.
     *
     * @throws OrderNotFound if no order has that id
     */
    public Order locked(UUID id) {
        return findLocked(id).orElseThrow(() -> new OrderNotFound(id));
    }

    /** Like {@link #locked}, but empty if there is no such order. */
    public Optional<Order> findLocked(UUID id) {
        // Locking reads the row again, so this transaction's changes must be flushed first.
        entityManager.flush();
        return Optional.ofNullable(entityManager.find(Order.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /**
     * Waits until nobody else is changing these orders, in the order of their ids, so that two batches cannot wait for
     * each other. Reads them with their history: two statements, however many orders there are.
     *
     * @return those that exist, by id
     */
    public Map<UUID, Order> lock(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return entityManager
                .createQuery("select o from PizzaOrder o where o.id in :ids order by o.id", Order.class)
                .setParameter("ids", Set.copyOf(ids))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("eclipselink.batch.type", "IN")
                .setHint("eclipselink.batch", "o.history")
                .getResultStream()
                .collect(toMap(Order::id, identity()));
    }

    /** Newest first, one more than fits on the page. Always three statements, however many orders there are. */
    public List<Order> list(OrderQuery wanted) {
        var after = wanted.page().after().map(Cursor::after);
        var conditions = Stream.of(
                        wanted.status().map(status -> "o.status = :status"),
                        wanted.customerId().map(customer -> "o.customerId = :customer"),
                        after.map(id -> "o.id < :after"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" and "));
        var query = entityManager
                .createQuery(
                        "select o from PizzaOrder o" + (conditions.isEmpty() ? "" : " where " + conditions)
                                + " order by o.id desc",
                        Order.class)
                .setMaxResults(wanted.page().limit() + 1)
                .setHint("eclipselink.batch.type", "IN")
                .setHint("eclipselink.batch", "o.items")
                .setHint("eclipselink.batch", "o.history");
        wanted.status().ifPresent(status -> query.setParameter("status", status));
        wanted.customerId().ifPresent(customer -> query.setParameter("customer", customer));
        after.ifPresent(id -> query.setParameter("after", id));
        return query.getResultList();
    }
}
