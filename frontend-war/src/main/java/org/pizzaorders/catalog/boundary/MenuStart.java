package org.pizzaorders.catalog.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import org.pizzaorders.database.DatabasePatience;

/** Writes the initial menu at start, after the schema is migrated. */
@Singleton
@Startup
@DependsOn("CatalogMessaging")
public class MenuStart {

    @Inject
    MenuSeeding seeding;

    @Inject
    Clock clock;

    @PostConstruct
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void start() {
        DatabasePatience.configured(clock).run("Initial menu", seeding::seed);
    }
}
