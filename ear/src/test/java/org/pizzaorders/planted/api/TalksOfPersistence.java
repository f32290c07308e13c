package org.pizzaorders.planted.api;

import jakarta.persistence.EntityManager;

/** An api that depends on more than values, and an EntityManager outside control. */
public interface TalksOfPersistence {
    EntityManager entityManager();
}
