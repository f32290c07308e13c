package org.pizzaorders.notification.entity;

import static java.util.Objects.requireNonNull;

import org.pizzaorders.notification.api.Channel;

/**
 * A message rendered for one channel. It never changes afterwards, so that each attempt sends the same message.
 *
 * @param subject null if the channel has none
 * @param text without markup
 * @param html null if there is no version with markup
 * @param fault why it could not be rendered and must not be sent; null if it was rendered
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

    /** A letter that could not be rendered. */
    public static Letter unwritten(Channel channel, String address, String fault) {
        return new Letter(channel, address, channel == Channel.EMAIL ? "" : null, "", null, fault);
    }

    @Override
    public String toString() {
        return "Letter[channel=" + channel + "]";
    }
}
