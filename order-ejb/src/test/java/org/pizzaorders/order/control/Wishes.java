package org.pizzaorders.order.control;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.pizzaorders.catalog.api.PizzaSize;
import org.pizzaorders.order.api.Customer;
import org.pizzaorders.order.api.ExpectedTotal;
import org.pizzaorders.order.api.OrderLine;
import org.pizzaorders.order.api.PaymentChoice;
import org.pizzaorders.order.api.PlaceOrder;
import org.pizzaorders.order.entity.CheckedOrder;
import org.pizzaorders.order.entity.PriceListEntry;
import org.pizzaorders.order.entity.PriceListEntry.Status;
import org.pizzaorders.payment.api.PaymentMethod;
import org.pizzaorders.shared.FieldError;
import org.pizzaorders.shared.InvalidInput;
import org.pizzaorders.shared.text.DefaultRegion;

/** What customers may wish, and what is sold for how much. */
final class Wishes {

    static final DefaultRegion RUSSIA = new DefaultRegion("RU");
    static final Customer ANNA = new Customer("Anna", "anna@example.com", "+79161234567", "en");
    static final OrderLine MARGHERITA = new OrderLine("margherita", PizzaSize.LARGE, 2);
    static final PaymentChoice CARD = new PaymentChoice(PaymentMethod.CARD, "tok_visa");

    static final Map<String, PriceListEntry> PRICES = Stream.of(
                    entry("margherita", "Маргарита", "Margherita", 59_900L, "RUB", Status.AVAILABLE),
                    entry("pepperoni", "Пепперони", "Pepperoni", null, "RUB", Status.AVAILABLE),
                    entry("truffle", "Трюфельная", "Truffle", 99_000L, "RUB", Status.SOLD_OUT),
                    entry("hawaii", "Гавайская", "Hawaii", 49_000L, "RUB", Status.WITHDRAWN),
                    entry("diavola", "Дьявола", "Diavola", 1_200L, "EUR", Status.AVAILABLE))
            .collect(toMap(PriceListEntry::pizzaId, entry -> entry));

    private Wishes() {}

    static CheckedOrder check(Customer customer, String address, PaymentChoice payment, OrderLine... lines) {
        return OrderCheck.check(wish(customer, address, payment, lines), PRICES, RUSSIA);
    }

    static List<FieldError> errors(PlaceOrder wish) {
        return catchThrowableOfType(InvalidInput.class, () -> OrderCheck.check(wish, PRICES, RUSSIA))
                .errors();
    }

    static PlaceOrder wish(Customer customer, String address, PaymentChoice payment, OrderLine... lines) {
        return new PlaceOrder(null, customer, address, Arrays.asList(lines), payment, null);
    }

    static PlaceOrder withTotal(ExpectedTotal total) {
        return new PlaceOrder(null, ANNA, "Moscow", List.of(MARGHERITA), CARD, total);
    }

    static PriceListEntry entry(String id, String russian, String english, Long large, String currency, Status status) {
        return new PriceListEntry(id, russian, english, null, 39_900L, large, currency, status);
    }
}
