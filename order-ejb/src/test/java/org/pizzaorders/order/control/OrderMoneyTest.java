package org.pizzaorders.order.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.pizzaorders.order.control.Wishes.ANNA;
import static org.pizzaorders.order.control.Wishes.CARD;
import static org.pizzaorders.order.control.Wishes.MARGHERITA;
import static org.pizzaorders.order.control.Wishes.PRICES;
import static org.pizzaorders.order.control.Wishes.RUSSIA;
import static org.pizzaorders.order.control.Wishes.check;
import static org.pizzaorders.order.control.Wishes.entry;
import static org.pizzaorders.order.control.Wishes.errors;
import static org.pizzaorders.order.control.Wishes.wish;
import static org.pizzaorders.order.control.Wishes.withTotal;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pizzaorders.catalog.api.PizzaSize;
import org.pizzaorders.order.api.ExpectedTotal;
import org.pizzaorders.order.api.OrderLine;
import org.pizzaorders.order.api.PaymentChoice;
import org.pizzaorders.order.api.PriceChanged;
import org.pizzaorders.order.api.PricedLine;
import org.pizzaorders.order.entity.PriceListEntry.Status;
import org.pizzaorders.payment.api.PaymentMethod;
import org.pizzaorders.shared.FieldError;
import org.pizzaorders.shared.InvalidInput;
import org.pizzaorders.shared.Money;

/** What an order costs, and what it is paid with. */
class OrderMoneyTest {

    @Test
    void refusesPricesInTwoCurrencies() {
        var errors = errors(wish(ANNA, "Moscow", CARD, MARGHERITA, new OrderLine("diavola", PizzaSize.LARGE, 1)));

        assertThat(errors)
                .containsExactly(new FieldError("items", "have prices in different currencies: order them apart"));
    }

    @Test
    void acceptsTheOrderAtThePriceThatTheCustomerSaw() {
        var order = OrderCheck.check(withTotal(new ExpectedTotal(119_800L, "RUB")), PRICES, RUSSIA);

        assertThat(order.total()).isEqualTo(new Money(119_800, "RUB"));
    }

    @ParameterizedTest
    @CsvSource({"59900,RUB", "119799,RUB", "119801,RUB", "-119800,RUB", "119800,EUR", "119800,rub"})
    void reportsTheCurrentPriceIfTheCustomerSawAnother(long amount, String currency) {
        var changed = catchThrowableOfType(
                PriceChanged.class,
                () -> OrderCheck.check(withTotal(new ExpectedTotal(amount, currency)), PRICES, RUSSIA));

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
    void refusesAnOrderThatTheProviderCannotCharge(String currency, long price, int quantity, String field) {
        var prices = Map.of("odd", entry("odd", "Чудная", "Odd", price, currency, Status.AVAILABLE));
        var wish = wish(ANNA, "Moscow", CARD, new OrderLine("odd", PizzaSize.LARGE, quantity));

        var refusal = catchThrowableOfType(InvalidInput.class, () -> OrderCheck.check(wish, prices, RUSSIA));

        assertThat(refusal.errors()).extracting(FieldError::field).containsExactly(field);
    }

    @Test
    void namesTheMissingPartOfATotal() {
        assertThat(errors(withTotal(new ExpectedTotal(null, null))))
                .extracting(FieldError::field)
                .containsExactly("expectedTotal.amount", "expectedTotal.currency");
        assertThat(errors(withTotal(new ExpectedTotal(119_800L, "ROUBLES"))))
                .extracting(FieldError::field)
                .containsExactly("expectedTotal.currency");
    }

    @Test
    void keepsNoTokenForCash() {
        var cash = new PaymentChoice(PaymentMethod.CASH, "tok_visa");

        assertThat(check(ANNA, "Moscow", cash, MARGHERITA).payment())
                .isEqualTo(new PaymentChoice(PaymentMethod.CASH, null));
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
    void acceptsOnlyATokenOfTheProviderForACard(String token) {
        var payment = new PaymentChoice(PaymentMethod.CARD, token);

        assertThat(errors(wish(ANNA, "Moscow, Tverskaya 1", payment, MARGHERITA)))
                .extracting(FieldError::field)
                .containsExactly("payment.token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tok_visa", "pm_1NXWPnA7", "123456", "a-b"})
    void acceptsTokensOfAnyProvider(String token) {
        var payment = new PaymentChoice(PaymentMethod.CARD, token);

        assertThat(check(ANNA, "Moscow, Tverskaya 1", payment, MARGHERITA).payment())
                .isEqualTo(payment);
    }
}
