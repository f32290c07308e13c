package org.pizzaorders.web.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pizzaorders.catalog.api.PizzaSize;
import org.pizzaorders.order.api.OrderLine;
import org.pizzaorders.payment.api.PaymentMethod;

class NewOrderTest {

    private static final NewOrder.Payment CASH = new NewOrder.Payment(PaymentMethod.CASH, null);

    @Test
    void writesToTheCustomerInTheChosenLanguageElseInThatOfTheRequest() {
        var chosen = new NewOrder.Customer("Anna", "anna@example.com", "+79161234567", "ru");
        var silent = new NewOrder.Customer("Anna", "anna@example.com", "+79161234567", null);

        assertThat(order(chosen).toCommand(null, "en").customer().language()).isEqualTo("ru");
        assertThat(order(silent).toCommand(null, "en").customer().language()).isEqualTo("en");
    }

    @Test
    void passesOnMissingValuesForTheOrderToReport() {
        var gaps = new NewOrder(null, null, Arrays.asList(null, new NewOrder.Line("funghi", null, null)), null, null);

        var command = gaps.toCommand("anna", "en");

        assertThat(command.customer()).isNull();
        assertThat(command.payment()).isNull();
        assertThat(command.items()).containsExactly(null, new OrderLine("funghi", null, 0));
        assertThat(command.customerId()).isEqualTo("anna");
    }

    private static NewOrder order(NewOrder.Customer customer) {
        return new NewOrder(
                customer, "Tverskaya 1", List.of(new NewOrder.Line("funghi", PizzaSize.SMALL, 1)), CASH, null);
    }
}
