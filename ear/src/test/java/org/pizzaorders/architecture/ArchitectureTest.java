package org.pizzaorders.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds all modules against the rules. */
class ArchitectureTest {

    private static final JavaClasses APPLICATION = new ClassFileImporter()
            .importPaths(Stream.of(
                            "domain",
                            "order-ejb",
                            "payment-ejb",
                            "notification-ejb",
                            "frontend-war",
                            "server-config/kafka-connector/api",
                            "server-config/kafka-connector/adapter",
                            "server-config/local")
                    .map(module -> Path.of("..", module, "target", "classes"))
                    .toList());

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void holds(String name, ArchRule rule) {
        rule.check(APPLICATION);
    }

    @Test
    void everyModuleIsLookedAt() {
        assertThat(APPLICATION.stream()
                        .map(type -> type.getPackageName().replaceAll("^(org\\.pizzaorders\\.\\w+).*", "$1")))
                .contains(
                        "org.pizzaorders.shared",
                        "org.pizzaorders.messaging",
                        "org.pizzaorders.catalog",
                        "org.pizzaorders.order",
                        "org.pizzaorders.payment",
                        "org.pizzaorders.notification",
                        "org.pizzaorders.web",
                        "org.pizzaorders.kafka",
                        "org.pizzaorders.local");
    }

    static Stream<Object[]> rules() {
        return Arrays.stream(ArchitectureRules.class.getDeclaredFields())
                .filter(field -> field.getType() == ArchRule.class)
                .map(field -> new Object[] {field.getName().toLowerCase().replace('_', ' '), value(field)});
    }

    private static Object value(Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
