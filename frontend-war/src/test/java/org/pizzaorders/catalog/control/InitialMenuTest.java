package org.pizzaorders.catalog.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pizzaorders.catalog.api.Pizza;

class InitialMenuTest {

    private static final Path PAGES = Path.of("src/main/webapp");

    static Stream<Pizza> pizzas() {
        return InitialMenu.pizzas().stream();
    }

    @Test
    void offersAChoiceWithoutNamingAPizzaTwice() {
        assertThat(pizzas().map(Pizza::id)).hasSizeGreaterThanOrEqualTo(8).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("pizzas")
    void keepsTheRulesInBothLanguages(Pizza pizza) {
        assertThatCode(() -> PizzaRules.check(pizza)).doesNotThrowAnyException();
        assertThat(pizza.texts()).containsOnlyKeys("ru", "en");
        assertThat(pizza.texts().get("ru").ingredients())
                .hasSameSizeAs(pizza.texts().get("en").ingredients());
    }

    @ParameterizedTest
    @MethodSource("pizzas")
    void hasASmallPictureOfEach(Pizza pizza) {
        var picture = PAGES.resolve(pizza.imageUrl().substring(1)).toFile();

        assertThat(picture).isFile();
        assertThat(picture.length()).isLessThan(6 * 1024);
    }
}
