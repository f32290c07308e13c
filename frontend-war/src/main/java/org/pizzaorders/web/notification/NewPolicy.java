package org.pizzaorders.web.notification;

import static org.pizzaorders.web.http.Constraints.NEEDED;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.pizzaorders.notification.api.Channel;
import org.pizzaorders.operations.api.Reasons;
import org.pizzaorders.web.http.Requests;

/**
 * The channels by which customers are informed about an event.
 *
 * @param event may be left out: the URL has it
 * @param channels all of them; empty for none
 * @param reason for the audit
 */
record NewPolicy(
        String event,

        @NotNull(message = NEEDED) List<@NotNull(message = NEEDED) Channel> channels,

        @NotBlank(message = NEEDED) @Size(max = Reasons.LONGEST, message = "must be at most 500 characters")
        String reason) {

    Set<Channel> channelsOf(String addressed) {
        if (event != null && !event.equals(addressed)) {
            throw Requests.invalid("event", "must be '" + addressed + "' as in the address, or left out");
        }
        return new LinkedHashSet<>(channels);
    }
}
