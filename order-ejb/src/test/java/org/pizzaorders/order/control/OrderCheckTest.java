package org.pizzaorders.order.control;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pizzaorders.catalog.api.PizzaSize;
import org.pizzaorders.order.api.Customer;
import org.pizzaorders.order.api.ExpectedTotal;
import org.pizzaorders.order.api.OrderLine;
import org.pizzaorders.order.api.PaymentChoice;
import org.pizzaorders.order.api.PlaceOrder;
import org.pizzaorders.order.api.PriceChanged;
import org.pizzaorders.order.api.PricedLine;
import org.pizzaorders.order.entity.CheckedOrder;
import org.pizzaorders.order.entity.PriceListEntry;
import org.pizzaorders.order.entity.PriceListEntry.Status;
import org.pizzaorders.payment.api.PaymentMethod;
import org.pizzaorders.shared.FieldError;
import org.pizzaorders.shared.InvalidInput;
import org.pizzaorders.shared.Money;
import org.pizzaorders.shared.text.DefaultRegion;

class OrderCheckTest {

    private static final DefaultRegion RUSSIA = new DefaultRegion("RU");
    private static final Customer ANNA = new Customer("Anna", "anna@example.com", "+79161234567", "en");
    private static final OrderLine MARGHERITA = new OrderLine("margherita", PizzaSize.LARGE, 2);
    private static final PaymentChoice CARD = new PaymentChoice(PaymentMethod.CARD, "tok_visa");

    private static final Map<String, PriceListEntry> PRICES = Stream.of(
                    entry("margherita", "Маргарита", "Margherita", 59_900L, "RUB", Status.AVAILABLE),
                    entry("pepperoni", "Пепперони", "Pepperoni", null, "RUB", Status.AVAILABLE),
                    entry("truffle", "Трюфельная", "Truffle", 99_000L, "RUB", Status.SOLD_OUT),
                    entry("hawaii", "Гавайская", "Hawaii", 49_000L, "RUB", Status.WITHDRAWN),
                    entry("diavola", "Дьявола", "Diavola", 1_200L, "EUR", Status.AVAILABLE))
            .collect(toMap(PriceListEntry::pizzaId, entry -> entry));

    @Test
    void namesAndPricesWhatIsRight() {
        var order = check(ANNA, "Moscow, Tverskaya 1", CARD, MARGHERITA);

        assertThat(order.lines())
                .containsExactly(new PricedLine("margherita", "Margherita", PizzaSize.LARGE, 2, 59_900, 119_800));
        assertThat(order.total()).isEqualTo(new Money(119_800, "RUB"));
        assertThat(order.payment()).isEqualTo(CARD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u200b",
                "\u2800",
                "\u200b\u2060\ufeff",
                "\u202e\u202c",
                "\u3164",
                "\u00ad",
                "\u200d",
                "\u0301"
            })
    void aTextOfWhichNothingCanBeSeenIsNone(String text) {
        var nobody = new Customer(text, "anna@example.com", null, "en");

        assertThat(errors(wish(nobody, text, CARD, MARGHERITA)))
                .extracting(FieldError::field, FieldError::message)
                .containsExactly(tuple("customer.name", "is required"), tuple("deliveryAddress", "is required"));
        assertThat(OrderCheck.reason(text)).isNull();
    }

    @Test
    void takesOutWhatNobodySeesOfPastedTexts() {
        var pasted = new Customer(
                "\u202eAnna\u202c\u00a0 Ivanova\ufeff",
                "anna@example.com",
                "\u202a+7\u00a0916\u2011123.45.67\u202c",
                "en");

        var order = check(pasted, "Cafe\u0301\u200b, Lyon", CARD, MARGHERITA);

        assertThat(order.customer()).isEqualTo(new Customer("Anna Ivanova", "anna@example.com", "+79161234567", "en"));
        assertThat(order.deliveryAddress()).isEqualTo("Caf\u00e9, Lyon");
    }

    @Test
    void aNumberWithoutItsCountryIsOfTheDefaultRegion() {
        var customer = new Customer("Anna", "anna@example.com", "8 (916) 123-45-67", "en");

        assertThat(check(customer, "Moscow", CARD, MARGHERITA).customer().phone())
                .isEqualTo("+79161234567");
    }

    @Test
    void speaksTheCustomersLanguageAndEnglishByDefault() {
        var russian = new Customer("Анна", "anna@example.com", null, "ru");
        var unsaid = new Customer("Anna", "anna@example.com", null, null);

        assertThat(check(russian, "Москва", CARD, MARGHERITA).lines().get(0).pizzaName())
                .isEqualTo("Маргарита");
        assertThat(check(unsaid, "Moscow", CARD, MARGHERITA).customer().language())
                .isEqualTo("en");
    }

    @Test
    void bringsTextsIntoTheirPlainForm() {
        var customer = new Customer("  Anna \n Ivanova ", " anna@example.com ", "+7 (916) 123-45-67", "en");

        var order = check(customer, "Moscow,\n Tverskaya 1", CARD, MARGHERITA);

        assertThat(order.customer()).isEqualTo(new Customer("Anna Ivanova", "anna@example.com", "+79161234567", "en"));
        assertThat(order.deliveryAddress()).isEqualTo("Moscow, Tverskaya 1");
    }

    @Test
    void namesEverythingThatIsMissingAtOnce() {
        var errors = errors(new PlaceOrder(null, null, null, null, null, null));

        assertThat(errors)
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("customer", "deliveryAddress", "items", "payment");
    }

    @Test
    void namesEveryWrongFieldByItsPath() {
        var errors = errors(wish(
                new Customer(" ", "anna@", "12345", "de"),
                " ",
                new PaymentChoice(PaymentMethod.CARD, " "),
                new OrderLine("margherita", PizzaSize.LARGE, 0),
                null,
                new OrderLine(null, null, 10_000)));

        assertThat(errors)
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder(
                        "customer.name",
                        "customer.email",
                        "customer.phone",
                        "customer.language",
                        "deliveryAddress",
                        "payment.token",
                        "items[0].quantity",
                        "items[1]",
                        "items[2].pizzaId",
                        "items[2].size",
                        "items[2].quantity");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    quattro   | items[0].pizzaId | there is no pizza 'quattro' on the menu
                    truffle   | items[0].pizzaId | Truffle is sold out at the moment
                    hawaii    | items[0].pizzaId | Hawaii is no longer on the menu
                    pepperoni | items[0].size    | Pepperoni is not sold in size LARGE
                    <script>  | items[0].pizzaId | is not the id of a pizza: take one from the menu
                    """)
    void tellsWhyAPizzaCannotBeHad(String pizzaId, String field, String message) {
        var errors = errors(wish(ANNA, "Moscow", CARD, new OrderLine(pizzaId, PizzaSize.LARGE, 1)));

        assertThat(errors).containsExactly(new FieldError(field, message));
    }

    @Test
    void refusesPricesInTwoCurrencies() {
        var errors = errors(wish(ANNA, "Moscow", CARD, MARGHERITA, new OrderLine("diavola", PizzaSize.LARGE, 1)));

        assertThat(errors)
                .containsExactly(new FieldError("items", "have prices in different currencies: order them apart"));
    }

    @Test
    void takesFiftyLinesAndNotOneMore() {
        var fifty = Collections.nCopies(50, MARGHERITA).toArray(OrderLine[]::new);
        var more = Collections.nCopies(51, MARGHERITA).toArray(OrderLine[]::new);

        assertThat(check(ANNA, "Moscow", CARD, fifty).lines()).hasSize(50);
        assertThat(errors(wish(ANNA, "Moscow", CARD, more)))
                .containsExactly(new FieldError("items", "must be 1 to 50 lines"));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 101, 10_000, Integer.MAX_VALUE})
    void refusesQuantitiesThatNobodyEats(int quantity) {
        var errors = errors(wish(ANNA, "Moscow", CARD, new OrderLine("margherita", PizzaSize.LARGE, quantity)));

        assertThat(errors).containsExactly(new FieldError("items[0].quantity", "must be from 1 to 100"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna", "anna@localhost", "@example.com", "a b@example.com", "a@b.com,c@d.com", "a@.com"})
    void refusesWhatIsNoEmailAddress(String email) {
        var errors = errors(wish(new Customer("Anna", email, null, "en"), "Moscow", CARD, MARGHERITA));

        assertThat(errors)
                .containsExactly(
                        new FieldError("customer.email", "must be an e-mail address such as anna@example.com"));
    }

    @Test
    void refusesWhatTheDatabaseCannotKeep() {
        var errors = errors(wish(new Customer("An\0na", "anna@example.com", null, "en"), "x\ud800", CARD, MARGHERITA));

        assertThat(errors).extracting(FieldError::field).containsExactly("customer.name", "deliveryAddress");
    }

    @Test
    void keepsNoTokenForCash() {
        var cash = new PaymentChoice(PaymentMethod.CASH, "tok_visa");

        assertThat(check(ANNA, "Moscow", cash, MARGHERITA).payment())
                .isEqualTo(new PaymentChoice(PaymentMethod.CASH, null));
    }

    @Test
    void asksOnlyForPricesThatCanExist() {
        var wish = wish(ANNA, "Moscow", CARD, MARGHERITA, null, new OrderLine("a\0b", null, 1), MARGHERITA);

        assertThat(OrderCheck.pizzaIds(wish)).containsExactly("margherita");
    }

    @Test
    void takesTheOrderAtThePriceThatTheCustomerWasTold() {
        var order = OrderCheck.check(told(new ExpectedTotal(119_800L, "RUB")), PRICES, RUSSIA);

        assertThat(order.total()).isEqualTo(new Money(119_800, "RUB"));
    }

    @ParameterizedTest
    @CsvSource({"59900,RUB", "119799,RUB", "119801,RUB", "-119800,RUB", "119800,EUR", "119800,rub"})
    void tellsThePricesOfTodayWhereTheCustomerWasToldAnother(long amount, String currency) {
        var changed = catchThrowableOfType(
                PriceChanged.class, () -> OrderCheck.check(told(new ExpectedTotal(amount, currency)), PRICES, RUSSIA));

        assertThat(changed.facts())
                .containsEntry("totalAmount", 119_800L)
                .containsEntry("currency", "RUB")
                .containsEntry(
                        "items",
                        List.of(new PricedLine("margherita", "Margherita", PizzaSize.LARGE, 2, 59_900, 119_800)));
    }

    @ParameterizedTest
    @CsvSource({
        "JPY, 40, 1, items",
        "RUB, 99999999, 2, items",
        "ISK, 600000, 2, items",
        "KWD, 4255, 1, items[0].pizzaId",
        "XXX, 59900, 1, items[0].pizzaId",
        "DEM, 59900, 1, items[0].pizzaId",
        "RUB, 0, 1, items[0].size"
    })
    void takesNoOrderThatTheProviderCannotCharge(String currency, long price, int quantity, String field) {
        var prices = Map.of("odd", entry("odd", "Чудная", "Odd", price, currency, Status.AVAILABLE));
        var wish = wish(ANNA, "Moscow", CARD, new OrderLine("odd", PizzaSize.LARGE, quantity));

        var refusal = catchThrowableOfType(InvalidInput.class, () -> OrderCheck.check(wish, prices, RUSSIA));

        assertThat(refusal.errors()).extracting(FieldError::field).containsExactly(field);
    }

    @Test
    void namesWhatATotalLacks() {
        assertThat(errors(told(new ExpectedTotal(null, null))))
                .extracting(FieldError::field)
                .containsExactly("expectedTotal.amount", "expectedTotal.currency");
        assertThat(errors(told(new ExpectedTotal(119_800L, "ROUBLES"))))
                .extracting(FieldError::field)
                .containsExactly("expectedTotal.currency");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4242424242424242",
                "4242 4242 4242 4242",
                "4242-4242-4242-4242",
                "tok visa",
                "tok_v\u00edsa",
                "../../v1/refunds",
                "tok_visa&amount=1"
            })
    void takesTheProvidersTokenForACardAndNothingElse(String token) {
        var payment = new PaymentChoice(PaymentMethod.CARD, token);

        assertThat(errors(wish(ANNA, "Moscow, Tverskaya 1", payment, MARGHERITA)))
                .extracting(FieldError::field)
                .containsExactly("payment.token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tok_visa", "pm_1NXWPnA7", "123456", "a-b"})
    void takesTokensOfAnyProvider(String token) {
        var payment = new PaymentChoice(PaymentMethod.CARD, token);

        assertThat(check(ANNA, "Moscow, Tverskaya 1", payment, MARGHERITA).payment())
                .isEqualTo(payment);
    }

    private static CheckedOrder check(Customer customer, String address, PaymentChoice payment, OrderLine... lines) {
        return OrderCheck.check(wish(customer, address, payment, lines), PRICES, RUSSIA);
    }

    private static List<FieldError> errors(PlaceOrder wish) {
        return catchThrowableOfType(InvalidInput.class, () -> OrderCheck.check(wish, PRICES, RUSSIA))
                .errors();
    }

    private static PlaceOrder wish(Customer customer, String address, PaymentChoice payment, OrderLine... lines) {
        return new PlaceOrder(null, customer, address, Arrays.asList(lines), payment, null);
    }

    private static PlaceOrder told(ExpectedTotal total) {
        return new PlaceOrder(null, ANNA, "Moscow", List.of(MARGHERITA), CARD, total);
    }

    private static PriceListEntry entry(
            String id, String russian, String english, Long large, String currency, Status status) {
        return new PriceListEntry(id, russian, english, null, 39_900L, large, currency, status);
    }
}
