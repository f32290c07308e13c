package org.pizzaorders.notification.boundary;

import org.pizzaorders.notification.control.NotificationService;
import org.pizzaorders.notification.delivery.ChannelWakeUp;

/** The beans of the boundary over a service, as the container would inject them. */
public final class Desks {

    public final News news = new News();
    public final NotificationDesk desk = new NotificationDesk();
    public final TemplateDesk templates = new TemplateDesk();
    public final PolicyDesk policies = new PolicyDesk();

    public Desks(NotificationService service, ChannelWakeUp worker) {
        news.messaging = service.messaging;
        news.announcements = service.announcements;
        news.worker = worker;
        desk.announcements = service.announcements;
        desk.contacts = service.contacts;
        desk.notifications = service.notifications;
        desk.templates = service.templates;
        desk.settings = NotificationService.settings();
        desk.worker = worker;
        templates.templates = service.templates;
        policies.policies = service.policies;
        policies.messaging = service.messaging;
    }
}
