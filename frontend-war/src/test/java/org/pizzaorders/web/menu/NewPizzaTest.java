package org.pizzaorders.web.menu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pizzaorders.catalog.api.PizzaSize;
import org.pizzaorders.catalog.api.PizzaText;
import org.pizzaorders.shared.InvalidInput;

class NewPizzaTest {

    private static final NewPizza.Text RUSSIAN = new NewPizza.Text("Маргарита", "Проста", List.of("томаты"));
    private static final PizzaText PLAIN = new PizzaText("Margherita", "Plain", List.of("tomatoes"));

    @Test
    void takesTheTextInTheLanguageOfTheBodyAndOthersAsTranslations() {
        var pizza = written("margherita", "Margherita", Map.of("ru", RUSSIAN)).toAdd("en");

        assertThat(pizza.texts()).containsOnly(Map.entry("en", PLAIN), Map.entry("ru", RUSSIAN.toText()));
        assertThat(pizza.available()).isTrue();
        assertThat(pizza.currency()).isEqualTo("RUB");
    }

    @Test
    void takesBackWhatWasRead() {
        var english = new NewPizza.Text("Margherita", "Plain", List.of("tomatoes"));

        var pizza = written("margherita", "Margherita", Map.of("en", english, "ru", RUSSIAN))
                .toChange("margherita", "en");

        assertThat(pizza.texts()).hasSize(2);
    }

    @Test
    void refusesTwoTextsInOneLanguage() {
        var pizza = written("margherita", "Margherita", Map.of("ru", RUSSIAN));

        assertThat(refusedField(() -> pizza.toAdd("ru"))).isEqualTo("translations.ru");
    }

    @Test
    void refusesAnIdOtherThanTheAddressed() {
        var pizza = written("funghi", "Funghi", null);

        assertThat(refusedField(() -> pizza.toChange("margherita", "en"))).isEqualTo("id");
    }

    @Test
    void asksForAnIdAndATextToAdd() {
        assertThat(refusedField(() -> written(null, "Funghi", null).toAdd("en")))
                .isEqualTo("id");
        assertThat(refusedField(
                        () -> new NewPizza("a", null, null, null, null, null, prices(), null, null).toAdd("en")))
                .isEqualTo("name");
    }

    @Test
    void namesTextsAsTheClientWroteThem() {
        var pizza = written("margherita", "Margherita", Map.of("ru", RUSSIAN));

        assertThat(pizza.written("texts.en.ingredients[0]", "en")).isEqualTo("ingredients[0]");
        assertThat(pizza.written("texts.ru.name", "en")).isEqualTo("translations.ru.name");
        assertThat(pizza.written("prices[0].amount", "en")).isEqualTo("prices[0].amount");
    }

    private static NewPizza written(String id, String name, Map<String, NewPizza.Text> translations) {
        return new NewPizza(id, name, "Plain", List.of("tomatoes"), null, null, prices(), null, translations);
    }

    private static List<NewPizza.Price> prices() {
        return List.of(new NewPizza.Price(PizzaSize.SMALL, 44_900L));
    }

    private static String refusedField(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(InvalidInput.class, call).errors().get(0).field();
    }
}
