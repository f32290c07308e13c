package org.pizzaorders.order.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pizzaorders.order.control.Wishes.ANNA;
import static org.pizzaorders.order.control.Wishes.CARD;
import static org.pizzaorders.order.control.Wishes.MARGHERITA;
import static org.pizzaorders.order.control.Wishes.check;
import static org.pizzaorders.order.control.Wishes.errors;
import static org.pizzaorders.order.control.Wishes.wish;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pizzaorders.catalog.api.PizzaSize;
import org.pizzaorders.order.api.Customer;
import org.pizzaorders.order.api.OrderLine;
import org.pizzaorders.order.api.PaymentChoice;
import org.pizzaorders.order.api.PlaceOrder;
import org.pizzaorders.order.api.PricedLine;
import org.pizzaorders.payment.api.PaymentMethod;
import org.pizzaorders.shared.FieldError;
import org.pizzaorders.shared.Money;

/** What can be ordered; everything that is wrong is named at once, by its path. */
class OrderCheckTest {

    @Test
    void addsNamesAndPricesToAValidOrder() {
        var order = check(ANNA, "Moscow, Tverskaya 1", CARD, MARGHERITA);

        assertThat(order.lines())
                .containsExactly(new PricedLine("margherita", "Margherita", PizzaSize.LARGE, 2, 59_900, 119_800));
        assertThat(order.total()).isEqualTo(new Money(119_800, "RUB"));
        assertThat(order.payment()).isEqualTo(CARD);
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
    void saysWhyAPizzaIsNotAvailable(String pizzaId, String field, String message) {
        var errors = errors(wish(ANNA, "Moscow", CARD, new OrderLine(pizzaId, PizzaSize.LARGE, 1)));

        assertThat(errors).containsExactly(new FieldError(field, message));
    }

    @Test
    void acceptsFiftyLinesAndNotOneMore() {
        var fifty = Collections.nCopies(50, MARGHERITA).toArray(OrderLine[]::new);
        var more = Collections.nCopies(51, MARGHERITA).toArray(OrderLine[]::new);

        assertThat(check(ANNA, "Moscow", CARD, fifty).lines()).hasSize(50);
        assertThat(errors(wish(ANNA, "Moscow", CARD, more)))
                .containsExactly(new FieldError("items", "must be 1 to 50 lines"));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 101, 10_000, Integer.MAX_VALUE})
    void refusesTooLargeQuantities(int quantity) {
        var errors = errors(wish(ANNA, "Moscow", CARD, new OrderLine("margherita", PizzaSize.LARGE, quantity)));

        assertThat(errors).containsExactly(new FieldError("items[0].quantity", "must be from 1 to 100"));
    }

    @Test
    void looksUpThePricesOfValidPizzasOnly() {
        var wish = wish(ANNA, "Moscow", CARD, MARGHERITA, null, new OrderLine("a\0b", null, 1), MARGHERITA);

        assertThat(OrderCheck.pizzaIds(wish)).containsExactly("margherita");
    }
}
