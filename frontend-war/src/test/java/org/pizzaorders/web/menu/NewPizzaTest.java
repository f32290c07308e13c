package org.pizzaorders.web.menu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.pizzaorders.catalog.api.Pizza;
import org.pizzaorders.catalog.api.PizzaPrice;
import org.pizzaorders.catalog.api.PizzaSize;
import org.pizzaorders.catalog.api.PizzaText;
import org.pizzaorders.catalog.control.PizzaRules;
import org.pizzaorders.shared.FieldError;
import org.pizzaorders.shared.InvalidInput;
import org.pizzaorders.web.json.Json;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class NewPizzaTest {

    private static final NewPizza.Text RUSSIAN = new NewPizza.Text("Маргарита", "Проста", List.of("томаты"));
    private static final PizzaText PLAIN = new PizzaText("Margherita", "Plain", List.of("tomatoes"));

    private static final JsonMapper READER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final BodyLanguage SAID_ENGLISH = new BodyLanguage(Optional.of("en"), "en");
    private static final BodyLanguage SAID_RUSSIAN = new BodyLanguage(Optional.of("ru"), "en");
    private static final Pizza KNOWN = new Pizza(
            "margherita",
            Map.of("en", PLAIN, "ru", RUSSIAN.toText()),
            null,
            false,
            List.of(new PizzaPrice(PizzaSize.SMALL, 1_250)),
            "EUR");

    @Test
    void takesTheTextInTheLanguageOfTheBodyAndOthersAsTranslations() {
        var pizza = written("margherita", "Margherita", Map.of("ru", RUSSIAN)).toAdd(SAID_ENGLISH);

        assertThat(pizza.texts()).containsOnly(Map.entry("en", PLAIN), Map.entry("ru", RUSSIAN.toText()));
        assertThat(pizza.available()).isTrue();
        assertThat(pizza.currency()).isEqualTo("RUB");
    }

    @Test
    void takesBackWhatWasRead() {
        var english = new NewPizza.Text("Margherita", "Plain", List.of("tomatoes"));

        var pizza = written("margherita", "Margherita", Map.of("en", english, "ru", RUSSIAN))
                .toChange(KNOWN, SAID_ENGLISH);

        assertThat(pizza.texts()).hasSize(2);
    }

    @Test
    void refusesTwoTextsInOneLanguage() {
        var pizza = written("margherita", "Margherita", Map.of("ru", RUSSIAN));

        assertThat(refusedField(() -> pizza.toAdd(SAID_RUSSIAN))).isEqualTo("translations.ru");
    }

    @Test
    void refusesAnIdOtherThanTheAddressed() {
        var pizza = written("funghi", "Funghi", null);

        assertThat(refusedField(() -> pizza.toChange(KNOWN, SAID_ENGLISH))).isEqualTo("id");
    }

    @Test
    void asksForAnIdAndATextToAdd() {
        assertThat(refusedField(() -> written(null, "Funghi", null).toAdd(SAID_ENGLISH)))
                .isEqualTo("id");
        assertThat(refusedField(() ->
                        new NewPizza("a", null, null, null, null, null, prices(), null, null).toAdd(SAID_ENGLISH)))
                .isEqualTo("name");
    }

    @Test
    void namesTextsAsTheClientWroteThem() {
        var pizza = written("margherita", "Margherita", Map.of("ru", RUSSIAN));

        assertThat(pizza.written("translations.en.ingredients[0]")).isEqualTo("ingredients[0]");
        assertThat(pizza.written("translations.fr")).isEqualTo("Content-Language");
        assertThat(pizza.written("translations.ru.name")).isEqualTo("translations.ru.name");
        assertThat(pizza.written("translations")).isEqualTo("translations");
        assertThat(pizza.written("prices[0].amount")).isEqualTo("prices[0].amount");
    }

    @Test
    void namesLanguagesWithDotsAsTheClientWroteThem() {
        var pizza = written("margherita", "Margherita", Map.of("a.b", RUSSIAN, "..", RUSSIAN));

        assertThat(pizza.written("translations.a.b")).isEqualTo("translations.a.b");
        assertThat(pizza.written("translations.a.b.name")).isEqualTo("translations.a.b.name");
        assertThat(pizza.written("translations...")).isEqualTo("translations...");
        assertThat(written("margherita", "Margherita", null).written("translations..."))
                .isEqualTo("Content-Language");
    }

    @Test
    void namesFaultsOfTextsAsTheClientWroteThem() {
        var pizza = written("margherita", "", Map.of("ru", RUSSIAN));

        var faults = catchThrowableOfType(InvalidInput.class, () -> PizzaRules.check(pizza.toAdd(SAID_ENGLISH)));

        assertThat(faults.errors())
                .extracting(FieldError::field)
                .map(pizza::written)
                .contains("name")
                .noneMatch(field -> field.startsWith("translations"));
    }

    @Test
    void keepsValuesThatAChangeLeavesOut() {
        var changed = written(null, "Queen", null).toChange(KNOWN, SAID_ENGLISH);

        assertThat(changed.currency()).isEqualTo("EUR");
        assertThat(changed.available()).isFalse();
        assertThat(changed.texts()).containsEntry("ru", RUSSIAN.toText());
        assertThat(changed.texts().get("en").name()).isEqualTo("Queen");
    }

    @Property
    void takesBackWhateverWasReadWithoutChangingIt(
            @ForAll("pizzas") Pizza pizza,
            @ForAll @From("languages") String read,
            @ForAll @From("languages") String byDefault) {
        var shown = Translated.of(pizza, List.of(read, byDefault));
        var details = READER.readValue(Json.bytes(PizzaDetails.of(shown)), NewPizza.class);
        var listed = READER.readValue(Json.bytes(PizzaAnswer.of(shown)), NewPizza.class);

        for (var said : List.of(Optional.<String>empty(), Optional.of(shown.language()))) {
            var language = new BodyLanguage(said, byDefault);
            assertThat(details.toChange(pizza, language)).isEqualTo(pizza);
            assertThat(listed.toChange(pizza, language)).isEqualTo(pizza);
        }
    }

    @Provide
    Arbitrary<String> languages() {
        return Arbitraries.of("ru", "en", "de");
    }

    @Provide
    Arbitrary<Pizza> pizzas() {
        var words = Arbitraries.of("Margherita", "Маргарита", "Pizza");
        var texts = Combinators.combine(words, words, words.list().ofMinSize(1).ofMaxSize(2))
                .as(PizzaText::new);
        return Combinators.combine(
                        Arbitraries.maps(Arbitraries.of("ru", "en"), texts).ofMinSize(1),
                        Arbitraries.of("/images/a.svg").injectNull(0.5),
                        Arbitraries.of(true, false),
                        Arbitraries.longs().between(1, 99_999_999),
                        Arbitraries.of("RUB", "EUR", "ISK"))
                .as((said, image, available, price, currency) -> new Pizza(
                        "a", said, image, available, List.of(new PizzaPrice(PizzaSize.SMALL, price)), currency));
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
