package org.pizzaorders.notification.control;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.pizzaorders.messaging.ServiceFixture;
import org.pizzaorders.messaging.deadletter.DeadLetterOffice;
import org.pizzaorders.messaging.deadletter.DeadLetters;
import org.pizzaorders.messaging.inbox.Inbox;
import org.pizzaorders.messaging.outbox.Outbox;
import org.pizzaorders.operations.OperatorActions;
import org.pizzaorders.shared.text.DefaultRegion;
import org.pizzaorders.work.Expiry;
import org.pizzaorders.work.RetrySchedule;

/** The service's parts put together on a fixture, as the container does by injection. */
public final class NotificationService {

    public static final int MAX_ATTEMPTS = 3;
    public static final Duration TIME_LIMIT = Duration.ofHours(6);

    public final StoredContacts contacts = new StoredContacts();
    public final StoredTemplates templates = new StoredTemplates();
    public final StoredPolicies policies = new StoredPolicies();
    public final StoredNotifications notifications = new StoredNotifications();
    public final Announcements announcements = new Announcements();
    public final DeliveryRecords records = new DeliveryRecords();
    public final NotificationMessaging messaging;

    public NotificationService(ServiceFixture fixture, Clock clock) {
        messaging = new FixtureMessaging(fixture);
        contacts.entities = fixture.entityManager();
        templates.entities = fixture.entityManager();
        policies.entities = fixture.entityManager();
        notifications.entities = fixture.entityManager();
        announcements.messaging = messaging;
        announcements.contacts = contacts;
        announcements.templates = templates;
        announcements.policies = policies;
        announcements.notifications = notifications;
        announcements.settings = settings();
        announcements.clock = clock;
        announcements.prepare();
        records.messaging = messaging;
        records.notifications = notifications;
        records.settings = settings();
        records.clock = clock;
    }

    public static List<Expiry> expiries() {
        return NotificationExpiries.all();
    }

    public static NotificationSettings settings() {
        return new NotificationSettings(
                "https://pizza.test",
                "Pizza Orders <no-reply@pizza.test>",
                Optional.empty(),
                new RetrySchedule(Duration.ofMinutes(5), Duration.ofHours(1), 2),
                MAX_ATTEMPTS,
                TIME_LIMIT,
                Duration.ofMinutes(2),
                50,
                4,
                new DefaultRegion("RU"));
    }

    private static final class FixtureMessaging extends NotificationMessaging {

        private final ServiceFixture fixture;

        FixtureMessaging(ServiceFixture fixture) {
            this.fixture = fixture;
        }

        @Override
        public Outbox outbox() {
            return fixture.outbox();
        }

        @Override
        public Inbox inbox() {
            return fixture.inbox();
        }

        @Override
        public OperatorActions audit() {
            return fixture.audit();
        }

        @Override
        public DeadLetters deadLetters() {
            return fixture.deadLetters();
        }

        @Override
        public DeadLetterOffice deadLetterOffice() {
            return fixture.office();
        }
    }
}
