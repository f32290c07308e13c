package org.pizzaorders.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that cannot fail says nothing: each one finds what was planted for it. */
class PlantedViolationsTest {

    private static final JavaClasses PLANTED = new ClassFileImporter()
            .importPackages(
                    "org.pizzaorders.planted",
                    "org.pizzaorders.other",
                    "org.pizzaorders.web",
                    "org.pizzaorders.messaging.inbox.planted",
                    "org.pizzaorders.kafka.inbound.failure.planted",
                    "org.pizzaorders.kafka.inbound.session.planted",
                    "org.pizzaorders.local.part.planted",
                    "org.pizzaorders.local.server.planted");

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.pizzaorders.architecture.ArchitectureTest#rules")
    void isSeenToFail(String name, ArchRule rule) {
        assertThat(rule.evaluate(PLANTED).hasViolation()).as(name).isTrue();
    }
}
