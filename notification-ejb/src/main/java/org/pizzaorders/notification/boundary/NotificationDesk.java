package org.pizzaorders.notification.boundary;

import jakarta.ejb.EJB;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pizzaorders.notification.api.NotificationNotFound;
import org.pizzaorders.notification.api.NotificationQuery;
import org.pizzaorders.notification.api.NotificationView;
import org.pizzaorders.notification.api.Notifications;
import org.pizzaorders.notification.api.SendNotification;
import org.pizzaorders.notification.control.Announcements;
import org.pizzaorders.notification.control.NotificationSettings;
import org.pizzaorders.notification.control.StoredContacts;
import org.pizzaorders.notification.control.StoredNotifications;
import org.pizzaorders.notification.control.StoredTemplates;
import org.pizzaorders.notification.delivery.ChannelWakeUp;
import org.pizzaorders.notification.entity.MessageTemplate;
import org.pizzaorders.notification.entity.Notification;
import org.pizzaorders.notification.text.SendRules;
import org.pizzaorders.shared.CallContext;
import org.pizzaorders.shared.Cursor;
import org.pizzaorders.shared.Page;

/** Messages by hand, and the status of all messages. Each call is one transaction. */
@Stateless
@Local(Notifications.class)
public class NotificationDesk implements Notifications {

    @Inject
    Announcements announcements;

    @Inject
    StoredContacts contacts;

    @Inject
    StoredTemplates templates;

    @Inject
    StoredNotifications notifications;

    @Inject
    NotificationSettings settings;

    @EJB
    ChannelWakeUp worker;

    @Override
    public NotificationView send(SendNotification wish) {
        List<MessageTemplate> texts = wish.template() == null ? List.of() : templates.of(wish.template());
        var contact = Optional.ofNullable(wish.orderId()).flatMap(contacts::known);
        var recipient = SendRules.check(wish, texts, contact, settings.region());
        var sent = announcements.send(wish, texts, recipient, contact, CallContext.current());
        worker.wakeAfterCommit(wish.channels());
        return sent.view();
    }

    @Override
    public NotificationView notification(UUID id) {
        return notifications.find(id).map(Notification::view).orElseThrow(() -> new NotificationNotFound(id));
    }

    @Override
    public Page<NotificationView> list(NotificationQuery query) {
        return Page.of(
                notifications.list(query),
                query.page().limit(),
                Notification::view,
                last -> new Cursor(NotificationQuery.CURSOR, last.id()));
    }
}
