package org.pizzaorders.local.bench.lab;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.pizzaorders.local.Stack;
import org.pizzaorders.local.bench.cost.Costs;
import org.pizzaorders.local.bench.load.Load;
import org.pizzaorders.local.bench.load.LoadPlan;
import org.pizzaorders.local.bench.load.LoadResult;
import org.pizzaorders.local.bench.reference.JdbcReference;
import org.pizzaorders.local.bench.reference.OrderTemplate;
import org.pizzaorders.local.bench.result.Figure;
import org.pizzaorders.local.bench.result.Table;
import org.pizzaorders.local.database.DatabaseAccess;
import org.pizzaorders.local.faults.evidence.Database;
import org.pizzaorders.local.faults.evidence.Topics;
import org.pizzaorders.local.part.LocalRunException;

/** A running stack with everything to measure it. For one thread. */
public final class Lab implements AutoCloseable {

    /** Enough to keep two cores busy, and as many as the reference has. */
    public static final int CLIENTS = 8;

    private static final Duration REFERENCE_WARM_UP = Duration.ofSeconds(8);
    private static final Duration REFERENCE_MEASURED = Duration.ofSeconds(12);

    private final Stack stack;
    private final Path home;
    private final Path body;
    private final Table table;
    private final Budget budget;
    private final DatabaseAccess superuser;
    private final Database database;
    private final Topics topics;
    private final Backlog backlog;
    private final Shop shop;
    private final Load load;
    private final Costs costs;
    private OrderTemplate template;
    private double reference;

    /**
     * @param stack that runs, on a database that was {@link Costs#prepare prepared}
     * @param home for logs
     * @param body a file with an order
     */
    public Lab(Stack stack, Path home, Path body, Table table, Budget budget) {
        this.stack = stack;
        this.home = home;
        this.body = body;
        this.table = table;
        this.budget = budget;
        DatabaseAccess maintenance = stack.postgres().superuser();
        this.superuser = new DatabaseAccess(stack.database().url(), maintenance.user(), maintenance.password());
        this.database = new Database(superuser);
        this.topics = new Topics(stack.kafka().bootstrapServers());
        this.backlog = new Backlog(database, topics);
        this.shop = new Shop(stack.url(), body);
        this.load = new Load(home.resolve("load"));
        this.costs = new Costs(stack);
    }

    public Stack stack() {
        return stack;
    }

    public Path home() {
        return home;
    }

    public Budget budget() {
        return budget;
    }

    /** The application's database, with all rights. */
    public DatabaseAccess superuser() {
        return superuser;
    }

    public Database database() {
        return database;
    }

    public Topics topics() {
        return topics;
    }

    public Backlog backlog() {
        return backlog;
    }

    public Shop shop() {
        return shop;
    }

    public Costs costs() {
        return costs;
    }

    public void report(Figure figure) {
        table.add(figure);
    }

    /** As many orders as the clients can place in that time, or in what is left of the run. */
    public LoadPlan full(Duration time) {
        return LoadPlan.full(shop.orders(), body, CLIENTS, budget.atMost(time));
    }

    public LoadResult run(LoadPlan plan) {
        return load.run(plan);
    }

    /** Waits until nothing is left to do, because another measurement would be disturbed. */
    public void settle(Duration patience) {
        if (!backlog.drained(budget.atMost(patience))) {
            Map<String, Long> left = backlog.now();
            throw new LocalRunException("The work of earlier measurements is not done yet: " + left);
        }
    }

    /** The rows of a new order. Consumers must be paused when it is called first. */
    public OrderTemplate template() {
        if (template == null) {
            template = OrderTemplate.record(superuser, shop::order);
        }
        return template;
    }

    /** Orders per second that a JDBC program inserts. Consumers must be paused when it is called first. */
    public double reference() {
        if (reference == 0) {
            reference = new JdbcReference(superuser, template()).run(CLIENTS, REFERENCE_WARM_UP, REFERENCE_MEASURED);
        }
        return reference;
    }

    @Override
    public void close() {
        topics.close();
        database.close();
    }
}
