package org.pizzaorders.catalog.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pizzaorders.catalog.Pizzas;
import org.pizzaorders.catalog.api.Pizza;
import org.pizzaorders.catalog.api.PizzaAdded;
import org.pizzaorders.catalog.api.PizzaChanged;
import org.pizzaorders.catalog.api.PizzaExists;
import org.pizzaorders.catalog.api.PizzaNotFound;
import org.pizzaorders.catalog.api.PizzaWithdrawn;

class MenuPizzaTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Pizza MARINARA = Pizzas.of("marinara");

    private final MenuPizza pizza = new MenuPizza("marinara");

    @Test
    void comesOntoTheMenuWithItsFirstEvent() {
        var event = pizza.add(MARINARA);

        assertThat(event).isEqualTo(new PizzaAdded(MARINARA));
        assertThat(pizza.isOnMenu()).isTrue();
        assertThat(pizza.eventVersion()).isEqualTo(1);
        assertThat(pizza.pizza()).isEqualTo(MARINARA);
    }

    @Test
    void isOnTheMenuOnlyOnce() {
        pizza.add(MARINARA);

        assertThatThrownBy(() -> pizza.add(MARINARA)).isInstanceOf(PizzaExists.class);
        assertThat(pizza.eventVersion()).isEqualTo(1);
    }

    @Test
    void takesOverAllThatIsChanged() {
        pizza.add(MARINARA);
        var onlyEnglish =
                new Pizza("marinara", Map.of("en", Pizzas.text("New")), null, false, MARINARA.prices(), "EUR");

        var event = pizza.change(onlyEnglish);

        assertThat(event).isEqualTo(new PizzaChanged(onlyEnglish));
        assertThat(pizza.eventVersion()).isEqualTo(2);
    }

    @Test
    void isWithdrawnOnce() {
        pizza.add(MARINARA);

        assertThat(pizza.withdraw(NOW)).contains(new PizzaWithdrawn("marinara"));
        assertThat(pizza.withdraw(NOW)).isEmpty();

        assertThat(pizza.isOnMenu()).isFalse();
        assertThat(pizza.eventVersion()).isEqualTo(2);
    }

    @Test
    void cannotBeChangedOnceWithdrawn() {
        pizza.add(MARINARA);
        pizza.withdraw(NOW);

        assertThatThrownBy(() -> pizza.change(MARINARA)).isInstanceOf(PizzaNotFound.class);
    }

    @Test
    void comesBackAndCountsOn() {
        pizza.add(MARINARA);
        pizza.withdraw(NOW);

        var event = pizza.add(MARINARA);

        assertThat(event).isEqualTo(new PizzaAdded(MARINARA));
        assertThat(pizza.eventVersion()).isEqualTo(3);
    }
}
