package org.pizzaorders.notification.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.mail.Session;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.pizzaorders.messaging.DueTable;
import org.pizzaorders.messaging.DueWork;
import org.pizzaorders.messaging.DueWorkTimer;
import org.pizzaorders.notification.channel.DeliveryChannels;
import org.pizzaorders.notification.channel.EmailChannel;
import org.pizzaorders.notification.channel.GatewayChannel;
import org.pizzaorders.notification.control.NotificationSettings;

/** Sees to deliveries that are due, with the means of the server: its mail session, its threads, its data source. */
@Singleton
@Startup
@DependsOn("NotificationMessaging")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class DeliveryWorker extends DueWorkTimer {

    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);

    @Resource(lookup = "jdbc/notifications")
    DataSource dataSource;

    @Resource(lookup = "mail/notifications")
    Session mail;

    @Resource
    ManagedExecutorService threads;

    @EJB
    DeliveryDesk desk;

    @Inject
    NotificationSettings settings;

    @Inject
    Clock clock;

    @Override
    protected DueWork<UUID> work() {
        return new DeliveryWork(
                new DueTable(dataSource, "notifications.notification_deliveries", ""),
                desk,
                new DeliveryChannels(EmailChannel.of(mail, settings.from(), clock), gateway()),
                threads,
                clock,
                settings.parallel(),
                LEASE);
    }

    private GatewayChannel gateway() {
        var client = HttpClient.newBuilder()
                .connectTimeout(CONNECT_TIMEOUT)
                .executor(threads)
                .build();
        return new GatewayChannel(client, settings.gateway(), ANSWER_TIMEOUT);
    }

    @Override
    protected int batchSize() {
        return settings.batchSize();
    }
}
