package org.pizzaorders.catalog.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.pizzaorders.catalog.control.CatalogMessaging;

/** Writes the initial menu at start, after the schema is migrated. */
@Singleton
@Startup
@DependsOn("CatalogMessaging")
public class MenuStart {

    @Inject
    MenuSeeding seeding;

    @Inject
    CatalogMessaging messaging;

    @PostConstruct
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void start() {
        messaging.patience().run("Initial menu", seeding::seed);
    }
}
