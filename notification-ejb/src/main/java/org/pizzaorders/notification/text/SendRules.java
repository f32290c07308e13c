package org.pizzaorders.notification.text;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.pizzaorders.notification.api.Channel;
import org.pizzaorders.notification.api.Recipient;
import org.pizzaorders.notification.api.SendNotification;
import org.pizzaorders.notification.entity.MessageTemplate;
import org.pizzaorders.notification.entity.OrderContact;
import org.pizzaorders.shared.FieldError;
import org.pizzaorders.shared.InvalidInput;
import org.pizzaorders.shared.text.ContactForms;
import org.pizzaorders.shared.text.DefaultRegion;
import org.pizzaorders.shared.text.WrittenText;

/** The rules for a message by hand. Finds all errors at once. */
public final class SendRules {

    private static final int LONGEST = 500;
    private static final Set<String> GIVEN = Set.of("name", "language");
    private static final TemplateEngine ENGINE = new TemplateEngine(Composer.LONGEST);

    private final SendNotification wish;
    private final DefaultRegion region;
    private final List<FieldError> errors = new ArrayList<>();

    private SendRules(SendNotification wish, DefaultRegion region) {
        this.wish = wish;
        this.region = region;
    }

    /**
     * @param texts of the requested template; empty if there is none
     * @param contact of the requested order; empty if it is unknown
     * @param region country of phone numbers without a country code
     * @return the recipient: the given one, or the customer of the order
     * @throws InvalidInput naming every field that is wrong
     */
    public static Recipient check(
            SendNotification wish, List<MessageTemplate> texts, Optional<OrderContact> contact, DefaultRegion region) {
        var rules = new SendRules(wish, region);
        rules.template(texts);
        rules.order(contact);
        rules.errors.addAll(DataRules.check(wish.data()));
        rules.values(texts);
        var recipient = Optional.ofNullable(wish.recipient()).or(() -> contact.map(OrderContact::recipient));
        recipient.ifPresent(rules::recipient);
        if (recipient.isEmpty() || !rules.errors.isEmpty()) {
            throw new InvalidInput(rules.errors);
        }
        return recipient.map(rules::kept).get();
    }

    /** The recipient with name and phone number as they are stored. */
    private Recipient kept(Recipient recipient) {
        return new Recipient(
                WrittenText.line(recipient.name(), LONGEST).text(),
                recipient.email(),
                ContactForms.phone(recipient.phone(), region).orElse(recipient.phone()),
                recipient.pushToken(),
                recipient.webhookUrl(),
                recipient.language());
    }

    private void template(List<MessageTemplate> texts) {
        if (texts.isEmpty()) {
            wrong("template", "must be the name of a template, such as StaffMessage");
        }
        if (wish.channels().isEmpty()) {
            wrong("channels", "must name at least one of EMAIL, SMS, PUSH and WEBHOOK");
        }
        for (var channel : wish.channels()) {
            if (channel == null) {
                wrong("channels", "must not hold null");
            } else if (!texts.isEmpty() && texts.stream().noneMatch(text -> text.channel() == channel)) {
                wrong("channels", "holds " + channel + ", for which this template has no text");
            }
        }
    }

    private void order(Optional<OrderContact> contact) {
        if (wish.orderId() != null && contact.isEmpty()) {
            wrong("orderId", "is not the id of a known order");
        } else if (wish.orderId() == null && wish.recipient() == null) {
            wrong("recipient", "must be there, or orderId must name an order whose customer to write to");
        }
    }

    /** All values that the texts show must be given, because a message by hand must not have gaps. */
    private void values(List<MessageTemplate> texts) {
        var needs = new TreeSet<String>();
        for (var text : texts) {
            if (wish.channels().contains(text.channel())) {
                needs.addAll(needs(text));
            }
        }
        if (wish.orderId() == null && needs.stream().anyMatch(need -> need.startsWith("order."))) {
            wrong("orderId", "must be there: this template is about an order");
        }
        if (needs.remove("payment.amount")) {
            needs.addAll(List.of("amount", "currency"));
        }
        needs.stream()
                .filter(need -> !need.contains(".") && !GIVEN.contains(need))
                .filter(need -> isMissing(wish.data().get(need)))
                .forEach(need -> wrong("data." + need, "must be there: this template shows it"));
    }

    private static boolean isMissing(Object value) {
        return value == null || value instanceof String text && text.isBlank();
    }

    private Set<String> needs(MessageTemplate text) {
        try {
            var needs = new TreeSet<>(ENGINE.needs(text.body()));
            Optional.ofNullable(text.subject()).map(ENGINE::needs).ifPresent(needs::addAll);
            return needs;
        } catch (UnfitTemplate e) {
            wrong(
                    "template",
                    "has a text for " + text.channel() + " in " + text.language() + " that cannot be filled in");
            return Set.of();
        }
    }

    private void recipient(Recipient recipient) {
        address(recipient, Channel.EMAIL, "recipient.email");
        address(recipient, Channel.SMS, "recipient.phone");
        address(recipient, Channel.PUSH, "recipient.pushToken");
        address(recipient, Channel.WEBHOOK, "recipient.webhookUrl");
        if (recipient.language() != null && !ContactForms.isLanguage(recipient.language())) {
            wrong("recipient.language", "must be ru or en");
        }
        WrittenText.line(recipient.name(), LONGEST).fault().ifPresent(fault -> wrong("recipient.name", fault));
    }

    private void address(Recipient recipient, Channel channel, String field) {
        if (!wish.channels().contains(channel)) {
            return;
        }
        Addresses.of(recipient, channel)
                .ifPresentOrElse(
                        address -> form(channel, address).ifPresent(fault -> wrong(field, fault)),
                        () -> wrong(field, "must be there, because channels holds " + channel));
    }

    private Optional<String> form(Channel channel, String address) {
        return switch (channel) {
            case EMAIL -> unless(ContactForms.isEmail(address), "must be an e-mail address, such as anna@example.org");
            case SMS ->
                unless(
                        ContactForms.phone(address, region).isPresent(),
                        "must be a phone number, in international form such as +79161234567");
            case PUSH -> WrittenText.faultOfLine(address, LONGEST);
            case WEBHOOK ->
                unless(
                        address.length() <= LONGEST && isWebAddress(address),
                        "must be an http or https address of at most " + LONGEST + " characters");
        };
    }

    private static Optional<String> unless(boolean right, String fault) {
        return right ? Optional.empty() : Optional.of(fault);
    }

    private static boolean isWebAddress(String text) {
        try {
            var address = URI.create(text);
            return ("http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme()))
                    && address.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void wrong(String field, String message) {
        errors.add(new FieldError(field, message));
    }
}
