package org.pizzaorders.notification.entity;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.pizzaorders.notification.api.Channel;
import org.pizzaorders.notification.api.TemplateView;

/** The text of one message for one channel in one language, in Mustache. */
@Entity
@Table(schema = "notifications", name = "notification_templates")
public class MessageTemplate {

    @Id
    private UUID id;

    private String type;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    private String language;
    private String subject;
    private String body;

    @Version
    private int version;

    protected MessageTemplate() {}

    public MessageTemplate(UUID id, String type, TemplateView.Text text) {
        this.id = requireNonNull(id, "id");
        this.type = requireNonNull(type, "type");
        this.channel = text.channel();
        this.language = text.language();
        rewrite(text);
    }

    public final void rewrite(TemplateView.Text text) {
        subject = text.subject();
        body = requireNonNull(text.body(), "body");
    }

    /** Whether this is the text for that channel and language. */
    public boolean isFor(TemplateView.Text text) {
        return channel == text.channel() && language.equals(text.language());
    }

    public String type() {
        return type;
    }

    public Channel channel() {
        return channel;
    }

    public String language() {
        return language;
    }

    /** Null if the channel has none. */
    public String subject() {
        return subject;
    }

    public String body() {
        return body;
    }

    public TemplateView.Text text() {
        return new TemplateView.Text(channel, language, subject, body);
    }
}
