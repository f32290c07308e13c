package org.pizzaorders.notification.api;

/**
 * Where to reach somebody; personal data. A channel without its address is left out.
 *
 * @param email null for none
 * @param phone in international form; null for none
 * @param pushToken null for none
 * @param webhookUrl http or https; null for none
 * @param language {@code ru} or {@code en}
 */
public record Recipient(String name, String email, String phone, String pushToken, String webhookUrl, String language) {

    @Override
    public String toString() {
        return "Recipient[language=" + language + "]";
    }
}
