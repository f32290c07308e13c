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

/** Where the pizzas are kept. Two who change one pizza at a time: the second is told so, and rolled back. */
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
     * Those on the menu with all that belongs to them, in the order in which they came there; one query. For reading
     * only: EclipseLink would look for changes in the joined texts when the transaction ends, and fails to.
     */
    public List<MenuPizza> onMenu() {
        return entities.createQuery(
                        "select distinct p from MenuPizza p left join fetch p.texts left join fetch p.prices"
                                + " where p.withdrawnAt is null order by p.position",
                        MenuPizza.class)
                .setHint("eclipselink.read-only", true)
                .getResultList();
    }

    /** Whether on the menu or withdrawn. */
    public Optional<MenuPizza> find(String id) {
        return Optional.ofNullable(entities.find(MenuPizza.class, id));
    }

    /**
     * Writes the pizza at once, so that a conflict shows here and not at the commit.
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
     * Notes that a set of pizzas is put on the menu. Others who try the same wait for the outcome of this transaction.
     *
     * @return false if it was noted before
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
