package org.pizzaorders.notification.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * By which channels customers are informed about an event.
 *
 * @param event such as {@code OrderReady}
 * @param channels empty if they are not informed
 */
public record PolicyView(String event, List<Channel> channels) {

    public PolicyView {
        channels = channels == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(channels));
    }
}
