package org.pizzaorders.incontainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.transaction.UserTransaction;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pizzaorders.catalog.api.PizzaSize;
import org.pizzaorders.order.api.Actor;
import org.pizzaorders.order.api.Customer;
import org.pizzaorders.order.api.OrderLine;
import org.pizzaorders.order.api.OrderNotFound;
import org.pizzaorders.order.api.OrderStatus;
import org.pizzaorders.order.api.OrderView;
import org.pizzaorders.order.api.Orders;
import org.pizzaorders.order.api.PaymentChoice;
import org.pizzaorders.order.api.PlaceOrder;
import org.pizzaorders.payment.api.PaymentMethod;
import org.pizzaorders.shared.DomainException;
import org.pizzaorders.shared.Ids;

/** The order and its event share one JTA transaction, and its fate. */
@Tag("in-container")
@ExtendWith(ArquillianExtension.class)
class OrderTransactionsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Orders orders;
    private UserTransaction transaction;
    private DataSource database;

    @Deployment
    static EnterpriseArchive application() throws URISyntaxException {
        var assertj = Path.of(Assertions.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return ShrinkWrap.create(ZipImporter.class, "pizza-orders.ear")
                .importFrom(Path.of("target", "pizza-orders.ear").toFile())
                .as(EnterpriseArchive.class)
                .addAsLibrary(assertj.toFile())
                .addAsLibrary(ShrinkWrap.create(JavaArchive.class, "tests.jar").addClass(OrderTransactionsIT.class));
    }

    @BeforeEach
    void look() throws NamingException {
        orders = InitialContext.doLookup("java:app/order-ejb/OrderDesk!org.pizzaorders.order.api.Orders");
        transaction = InitialContext.doLookup("java:comp/UserTransaction");
        database = InitialContext.doLookup("jdbc/orders");
        awaitThat(() -> orders.takesOrders());
    }

    @Test
    void aCommittedOrderHasExactlyOneEvent() throws Exception {
        transaction.begin();
        var order = orders.place(cashOrder());
        var events = count("orders.outbox_events where aggregate_id = '" + order.id() + "'");
        transaction.commit();

        assertThat(events).isEqualTo(1);
        assertThat(orders.order(order.id()).status()).isEqualTo(OrderStatus.PENDING);
    }

    @Test
    void aRolledBackOrderLeavesNothingBehind() throws Exception {
        transaction.begin();
        var order = orders.place(cashOrder());
        transaction.rollback();

        assertThat(count("orders.orders where id = '" + order.id() + "'")).isZero();
        assertThat(count("orders.outbox_events where aggregate_id = '" + order.id() + "'"))
                .isZero();
        assertThatThrownBy(() -> orders.order(order.id())).isInstanceOf(OrderNotFound.class);
    }

    @Test
    void whatNobodyHasCommittedIsNotPublished() throws Exception {
        transaction.begin();
        var order = orders.place(cashOrder());
        var other = elsewhere(() -> count("orders.outbox_events where aggregate_id = '" + order.id() + "'"));
        transaction.rollback();

        assertThat(other).isZero();
    }

    @Test
    void ofManyStepsAtOnceOneIsTakenAndTheOthersAreToldSo() throws Exception {
        var order = orders.place(cashOrder());

        var steps = Stream.generate(() -> CompletableFuture.supplyAsync(() -> confirm(order), executor()))
                .limit(4)
                .toList();
        var taken = steps.stream()
                .map(CompletableFuture::join)
                .filter(Boolean::booleanValue)
                .count();

        assertThat(taken).isEqualTo(1);
        assertThat(orders.order(order.id()).history())
                .extracting(OrderView.StatusChange::status)
                .containsExactly(OrderStatus.PENDING, OrderStatus.CONFIRMED);
    }

    @Test
    void aServiceSeesNoOtherSchema() {
        assertThatThrownBy(() -> count("payments.payments"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    private boolean confirm(OrderView order) {
        try {
            orders.advance(order.id(), OrderStatus.CONFIRMED, Actor.STAFF);
            return true;
        } catch (DomainException e) {
            assertThat(e.kind()).isEqualTo(DomainException.Kind.CONFLICT);
            return false;
        }
    }

    private static PlaceOrder cashOrder() {
        return new PlaceOrder(
                null,
                new Customer("Anna", Ids.next() + "@pizza.test", "+79161234567", "en"),
                "Tverskaya 1",
                List.of(new OrderLine("margherita", PizzaSize.SMALL, 1)),
                new PaymentChoice(PaymentMethod.CASH, null),
                null);
    }

    private long count(String from) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery("select count(*) from " + from)) {
            result.next();
            return result.getLong(1);
        }
    }

    /** On a thread of its own, outside the transaction of this one. */
    private static <T> T elsewhere(Callable<T> work) throws InterruptedException, ExecutionException {
        return executor().submit(work).get();
    }

    private static ExecutorService executor() {
        try {
            return InitialContext.doLookup("java:comp/DefaultManagedExecutorService");
        } catch (NamingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitThat(Callable<Boolean> condition) {
        var end = Instant.now().plus(PATIENCE);
        try {
            while (!condition.call() && Instant.now().isBefore(end)) {
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
