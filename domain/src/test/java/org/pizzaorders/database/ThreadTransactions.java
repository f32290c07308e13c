package org.pizzaorders.database;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

/** What JTA does in a server, by hand: JPA and JDBC share the transaction of the calling thread, and its outcome. */
public final class ThreadTransactions implements AutoCloseable {

    private final DataSource database;
    private final EntityManagerFactory factory;
    private final ThreadLocal<EntityManager> running = new ThreadLocal<>();
    private final ThreadLocal<Connection> withoutJpa = new ThreadLocal<>();
    private final DataSource joining = proxy(DataSource.class, this::callDataSource);
    private final EntityManager entityManager = proxy(EntityManager.class, this::callEntityManager);

    /** @param factory null: without JPA */
    public ThreadTransactions(DataSource database, EntityManagerFactory factory) {
        this.database = database;
        this.factory = factory;
    }

    /** Works on the transaction of the calling thread. */
    public EntityManager entityManager() {
        return entityManager;
    }

    /** Joins the transaction of the calling thread, or commits each statement. */
    public DataSource dataSource() {
        return joining;
    }

    /** Commits if the work returns; rolls back and throws what it threw if not. */
    public <T> T run(Callable<T> work) {
        return factory == null ? inPlainTransaction(work) : inJpaTransaction(work);
    }

    @Override
    public void close() {
        if (factory != null) {
            factory.close();
        }
    }

    private <T> T inPlainTransaction(Callable<T> work) {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            withoutJpa.set(connection);
            var result = work.call();
            connection.commit();
            return result;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            withoutJpa.remove();
        }
    }

    private <T> T inJpaTransaction(Callable<T> work) {
        var em = factory.createEntityManager();
        running.set(em);
        em.getTransaction().begin();
        try {
            var result = work.call();
            em.getTransaction().commit();
            return result;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            if (em.getTransaction().isActive()) {
                em.getTransaction().rollback();
            }
            running.remove();
            em.close();
        }
    }

    private Object callEntityManager(Method method, Object[] arguments) throws Throwable {
        var em = running.get();
        if (em == null) {
            throw new IllegalStateException("No transaction on this thread: " + method.getName());
        }
        return call(method, em, arguments);
    }

    private Object callDataSource(Method method, Object[] arguments) throws Throwable {
        var em = running.get();
        var connection = em == null ? withoutJpa.get() : em.unwrap(Connection.class);
        if (connection == null || !method.getName().equals("getConnection")) {
            return call(method, database, arguments);
        }
        return KeptOpen.connection(connection);
    }

    private static Object call(Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                ThreadTransactions.class.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> call.on(method, arguments)));
    }

    @FunctionalInterface
    private interface Call {
        Object on(Method method, Object[] arguments) throws Throwable;
    }
}
