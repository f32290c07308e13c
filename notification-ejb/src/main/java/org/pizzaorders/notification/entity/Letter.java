package org.pizzaorders.notification.entity;

import static java.util.Objects.requireNonNull;

import org.pizzaorders.notification.api.Channel;

/**
 * A message written out for one channel. What is delivered never changes afterwards, so that each attempt sends the same.
 *
 * @param subject null where the channel has none
 * @param text without markup
 * @param html null unless there is a form with markup
 */
public record Letter(Channel channel, String address, String subject, String text, String html) {

    public Letter {
        requireNonNull(channel, "channel");
        requireNonNull(address, "address");
        requireNonNull(text, "text");
    }

    @Override
    public String toString() {
        return "Letter[channel=" + channel + "]";
    }
}
