package org.pizzaorders.catalog.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Sees to it that there is something to order. After the schema is up to date. */
@Singleton
@Startup
@DependsOn("CatalogMessaging")
public class MenuStart {

    @Inject
    MenuSeeding seeding;

    @PostConstruct
    void start() {
        seeding.seed();
    }
}
