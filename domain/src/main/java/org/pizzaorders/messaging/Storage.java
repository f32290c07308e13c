package org.pizzaorders.messaging;

import jakarta.persistence.EntityManager;
import javax.sql.DataSource;

/**
 * What a service stores its data by.
 *
 * @param dataSource the service's own, which takes part in JTA
 * @param entityManager the service's own; in a transaction messaging shares its connection
 */
public record Storage(DataSource dataSource, EntityManager entityManager) {}
