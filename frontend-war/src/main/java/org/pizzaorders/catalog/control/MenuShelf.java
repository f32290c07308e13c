package org.pizzaorders.catalog.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pizzaorders.catalog.entity.MenuPizza;

/** Stores the pizzas. If two transactions change one pizza at the same time, the second fails and is rolled back. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class MenuShelf {

    private static final String UNIQUE_VIOLATION = "23505";

    @PersistenceContext(unitName = "catalog")
    EntityManager entities;

    protected MenuShelf() {}

    public MenuShelf(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * All pizzas on the menu with texts and prices, oldest first, in one query. Only for reading: at the end of the
     * transaction EclipseLink would fail to look for changes in the joined texts.
     */
    public List<MenuPizza> onMenu() {
        return entities.createQuery(
                        "select distinct p from MenuPizza p left join fetch p.texts left join fetch p.prices"
                                + " where p.withdrawnAt is null order by p.position",
                        MenuPizza.class)
                .setHint("eclipselink.read-only", true)
                .getResultList();
    }

    /** Finds a pizza on the menu or a withdrawn one. */
    public Optional<MenuPizza> find(String id) {
        return Optional.ofNullable(entities.find(MenuPizza.class, id));
    }

    /**
     * Flushes the pizza, so that a conflict shows here and not at the commit.
     *
     * @throws MenuChangedMeanwhile if another transaction has written it since it was read
     */
    public void save(MenuPizza pizza) {
        try {
            entities.persist(pizza);
            entities.flush();
        } catch (OptimisticLockException e) {
            throw new MenuChangedMeanwhile();
        } catch (PersistenceException e) {
            if (isUniqueViolation(e)) {
                throw new MenuChangedMeanwhile();
            }
            throw e;
        }
    }

    /**
     * Marks a set of pizzas as written. Other transactions with the same set wait for the end of this one.
     *
     * @return false if it was marked before
     */
    public boolean seedOnce(String name) {
        return entities.createNativeQuery(
                                "insert into catalog.menu_seeds (name) values (?1) on conflict (name) do nothing")
                        .setParameter(1, name)
                        .executeUpdate()
                == 1;
    }

    private static boolean isUniqueViolation(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState()));
    }
}
