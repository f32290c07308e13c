package org.pizzaorders.web.notification;

import static org.pizzaorders.web.http.Constraints.LANGUAGE;
import static org.pizzaorders.web.http.Constraints.NEEDED;
import static org.pizzaorders.web.http.Constraints.NOT_BLANK;
import static org.pizzaorders.web.http.Constraints.NOT_EMPTY;
import static org.pizzaorders.web.http.Constraints.TOO_LONG;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.pizzaorders.notification.api.Channel;
import org.pizzaorders.notification.api.TemplateView;
import org.pizzaorders.web.http.Requests;

/**
 * All texts of a template.
 *
 * @param type may be left out: the address says it
 */
record NewTemplate(
        String type, @NotEmpty(message = NOT_EMPTY) List<@NotNull(message = NEEDED) @Valid Text> texts) {

    record Text(
            @NotNull(message = NEEDED) Channel channel,

            @NotNull(message = NEEDED) @Pattern(regexp = "ru|en", message = LANGUAGE)
            String language,

            @Size(max = 200, message = TOO_LONG) String subject,

            @NotBlank(message = NOT_BLANK) @Size(max = 20_000, message = TOO_LONG)
            String body) {}

    TemplateView toView(String addressed) {
        if (type != null && !type.equals(addressed)) {
            throw Requests.invalid("type", "must be '" + addressed + "' as in the address, or left out");
        }
        return new TemplateView(
                addressed,
                texts.stream()
                        .map(text -> new TemplateView.Text(text.channel, text.language, text.subject, text.body))
                        .toList());
    }
}
