package org.pizzaorders.notification.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * By which channels customers are told of an event.
 *
 * @param event such as {@code OrderReady}
 * @param channels none if they are not told at all
 */
public record PolicyView(String event, List<Channel> channels) {

    public PolicyView {
        channels = channels == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(channels));
    }
}
