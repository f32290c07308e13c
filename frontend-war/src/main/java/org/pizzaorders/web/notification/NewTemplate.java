package org.pizzaorders.web.notification;

import static org.pizzaorders.web.http.Constraints.NEEDED;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.pizzaorders.notification.api.Channel;
import org.pizzaorders.notification.api.TemplateView;
import org.pizzaorders.web.http.Requests;

/**
 * All texts of a template. The notification service checks missing fields.
 *
 * @param type may be left out: the URL has it
 */
record NewTemplate(String type, List<@NotNull(message = NEEDED) @Valid Text> texts) {

    record Text(Channel channel, String language, String subject, String body) {}

    TemplateView toView(String addressed) {
        if (type != null && !type.equals(addressed)) {
            throw Requests.invalid("type", "must be '" + addressed + "' as in the address, or left out");
        }
        return new TemplateView(
                addressed,
                texts == null
                        ? List.of()
                        : texts.stream()
                                .map(text ->
                                        new TemplateView.Text(text.channel, text.language, text.subject, text.body))
                                .toList());
    }
}
