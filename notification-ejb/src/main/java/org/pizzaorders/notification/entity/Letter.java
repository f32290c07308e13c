package org.pizzaorders.notification.entity;

import static java.util.Objects.requireNonNull;

import org.pizzaorders.notification.api.Channel;

/**
 * A message written out for one channel. What is delivered never changes afterwards, so that each attempt sends the same.
 *
 * @param subject null where the channel has none
 * @param text without markup
 * @param html null unless there is a form with markup
 * @param fault why it could not be written, and is not to be sent; null if it could
 */
public record Letter(Channel channel, String address, String subject, String text, String html, String fault) {

    public Letter {
        requireNonNull(channel, "channel");
        requireNonNull(address, "address");
        requireNonNull(text, "text");
    }

    public Letter(Channel channel, String address, String subject, String text, String html) {
        this(channel, address, subject, text, html, null);
    }

    /** One that could not be written. */
    public static Letter unwritten(Channel channel, String address, String fault) {
        return new Letter(channel, address, channel == Channel.EMAIL ? "" : null, "", null, fault);
    }

    @Override
    public String toString() {
        return "Letter[channel=" + channel + "]";
    }
}
