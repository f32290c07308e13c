package org.pizzaorders.messaging;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.util.Nonbinding;
import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.pizzaorders.shared.Service;

/**
 * The clock of a service's database. All stored times come from it, including those of claims and leases. So servers
 * agree on what is due even if their clocks differ by minutes.
 */
@Qualifier
@Retention(RUNTIME)
@Target({FIELD, METHOD})
public @interface TimeOf {
    @Nonbinding
    Service value();
}
