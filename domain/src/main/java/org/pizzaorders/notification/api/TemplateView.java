package org.pizzaorders.notification.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * All texts of one template.
 *
 * @param type the event it is for, such as {@code OrderPaid}, or another name
 */
public record TemplateView(String type, List<Text> texts) {

    public TemplateView {
        texts = texts == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(texts));
    }

    /**
     * The text for one channel in one language, in Mustache.
     *
     * @param subject null where the channel has none
     */
    public record Text(Channel channel, String language, String subject, String body) {}
}
