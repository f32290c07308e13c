package org.pizzaorders.catalog.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pizzaorders.catalog.Pizzas;
import org.pizzaorders.catalog.api.Pizza;
import org.pizzaorders.catalog.api.PizzaExists;
import org.pizzaorders.catalog.api.PizzaNotFound;
import org.pizzaorders.catalog.control.InitialMenu;
import org.pizzaorders.catalog.control.MenuChangedMeanwhile;
import org.pizzaorders.catalog.control.MenuShelf;
import org.pizzaorders.messaging.AtOnce;
import org.pizzaorders.messaging.ServiceFixture;
import org.pizzaorders.shared.Service;

class MenuIT {

    private static final Pizza MARINARA = Pizzas.of("marinara");
    private static final Pizza DEARER = Pizzas.of("marinara", 69_900, Pizzas.text("Marinara grande"));

    @AutoClose
    private static final ServiceFixture catalog = ServiceFixture.of(Service.CATALOG, "catalog");

    private MenuBean menu;

    @BeforeEach
    void clearTheTable() {
        catalog.execute("truncate catalog.pizzas, catalog.menu_seeds, catalog.outbox_events cascade");
        menu = new MenuBean();
        menu.shelf = new MenuShelf(catalog.entityManager());
        menu.outbox = catalog.outbox();
        menu.clock = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    }

    @Test
    void keepsWhatWasAdded() {
        add(MARINARA);

        assertThat(pizza("marinara")).isEqualTo(MARINARA);
        assertThat(catalog.inTransaction(menu::pizzas)).containsExactly(MARINARA);
    }

    @Test
    void publishesEachStepInOneEventWithoutAGap() {
        add(MARINARA);
        change(DEARER);
        withdraw("marinara");
        withdraw("marinara");
        add(MARINARA);

        assertThat(events())
                .containsExactly(
                        "PizzaAdded marinara 1",
                        "PizzaChanged marinara 2",
                        "PizzaWithdrawn marinara 3",
                        "PizzaAdded marinara 4");
    }

    @Test
    void replacesTextsAndPrices() {
        add(MARINARA);
        var english =
                new Pizza("marinara", Map.of("en", DEARER.texts().get("en")), null, false, DEARER.prices(), "EUR");

        change(english);

        assertThat(pizza("marinara")).isEqualTo(english);
        assertThat(catalog.rows("select language from catalog.pizza_texts")).hasSize(1);
        assertThat(catalog.rows("select updated_at > created_at as touched from catalog.pizzas")
                        .get(0))
                .containsEntry("touched", true);
    }

    @Test
    void publishesNothingForAPizzaThatIsWrittenBackUnchanged() {
        add(MARINARA);
        var turned = new ArrayList<>(MARINARA.prices());
        Collections.reverse(turned);

        change(MARINARA);
        change(new Pizza(
                "marinara", MARINARA.texts(), MARINARA.imageUrl(), MARINARA.available(), turned, MARINARA.currency()));

        assertThat(events()).containsExactly("PizzaAdded marinara 1");
    }

    @Test
    void hidesWithdrawnPizzas() {
        add(MARINARA);
        withdraw("marinara");

        assertThat(catalog.inTransaction(menu::pizzas)).isEmpty();
        assertThatThrownBy(() -> pizza("marinara")).isInstanceOf(PizzaNotFound.class);
        assertThatThrownBy(() -> change(MARINARA)).isInstanceOf(PizzaNotFound.class);
    }

    @Test
    void knowsNothingOfOtherPizzas() {
        assertThatThrownBy(() -> pizza("unknown")).isInstanceOf(PizzaNotFound.class);
        assertThatThrownBy(() -> change(Pizzas.of("unknown"))).isInstanceOf(PizzaNotFound.class);
        assertThatThrownBy(() -> withdraw("unknown")).isInstanceOf(PizzaNotFound.class);
    }

    @Test
    void publishesNothingAfterARollback() {
        assertThatThrownBy(() -> catalog.inTransaction(() -> {
                    menu.add(MARINARA);
                    throw new IllegalStateException("planted");
                }))
                .hasMessage("planted");

        assertThat(catalog.rows("select id from catalog.pizzas")).isEmpty();
        assertThat(events()).isEmpty();
    }

    @Test
    void refusesToAddTwice() {
        add(MARINARA);

        assertThatThrownBy(() -> add(MARINARA)).isInstanceOf(PizzaExists.class);
        assertThat(events()).containsExactly("PizzaAdded marinara 1");
    }

    @Test
    void letsTheFasterOfTwoChangesWin() {
        add(MARINARA);
        var bothHaveRead = new CyclicBarrier(2);

        var outcomes = AtOnce.run(
                2,
                number -> catalog.inTransaction(() -> {
                    menu.pizza("marinara");
                    bothHaveRead.await();
                    return menu.change(DEARER.id(), known -> DEARER);
                }));

        assertThat(outcomes).containsExactlyInAnyOrder("done", MenuChangedMeanwhile.class.getSimpleName());
        assertThat(events()).containsExactly("PizzaAdded marinara 1", "PizzaChanged marinara 2");
    }

    @Test
    void letsTheFasterOfTwoAdditionsWin() {
        var bothHaveLooked = new CyclicBarrier(2);

        var outcomes = AtOnce.run(
                2,
                number -> catalog.inTransaction(() -> {
                    menu.pizzas();
                    bothHaveLooked.await();
                    return menu.add(MARINARA);
                }));

        assertThat(outcomes)
                .containsOnlyOnce("done")
                .containsAnyOf(MenuChangedMeanwhile.class.getSimpleName(), PizzaExists.class.getSimpleName());
        assertThat(events()).containsExactly("PizzaAdded marinara 1");
    }

    @Test
    void seedsOnceWhoeverComesAndHoweverOften() {
        AtOnce.run(3, number -> seed());
        seed();

        var initial = InitialMenu.pizzas();
        assertThat(catalog.inTransaction(menu::pizzas)).containsExactlyElementsOf(initial);
        assertThat(events())
                .containsExactlyElementsOf(initial.stream()
                        .map(pizza -> "PizzaAdded " + pizza.id() + " 1")
                        .toList());
    }

    @Test
    void doesNotBringBackWhatWasWithdrawn() {
        seed();
        withdraw("hawaiian");

        seed();

        assertThat(catalog.inTransaction(menu::pizzas)).extracting(Pizza::id).doesNotContain("hawaiian");
    }

    private Void seed() {
        var seeding = new MenuSeeding();
        seeding.shelf = menu.shelf;
        seeding.menu = menu;
        catalog.inTransaction(seeding::seed);
        return null;
    }

    private Pizza pizza(String id) {
        return catalog.inTransaction(() -> menu.pizza(id));
    }

    private void add(Pizza pizza) {
        catalog.inTransaction(() -> menu.add(pizza));
    }

    private void change(Pizza pizza) {
        catalog.inTransaction(() -> menu.change(pizza.id(), known -> pizza));
    }

    private void withdraw(String id) {
        catalog.inTransaction(() -> menu.withdraw(id, pizza -> {}));
    }

    private List<String> events() {
        return catalog.outboxEntries().stream()
                .map(entry -> entry.name() + " " + entry.aggregateId() + " " + entry.aggregateVersion())
                .toList();
    }
}
