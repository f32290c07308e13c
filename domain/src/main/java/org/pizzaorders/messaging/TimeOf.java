package org.pizzaorders.messaging;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.pizzaorders.shared.Service;

/**
 * The clock of a service's database. All that is stored is told by it, as claims and leases are: servers whose clocks
 * differ by minutes agree on what is due.
 */
@Qualifier
@Retention(RUNTIME)
@Target({FIELD, METHOD})
public @interface TimeOf {
    Service value();
}
