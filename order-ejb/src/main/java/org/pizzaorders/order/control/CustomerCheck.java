package org.pizzaorders.order.control;

import java.util.Set;
import java.util.regex.Pattern;
import org.pizzaorders.order.api.Customer;

/** Checks whom an order is for, and brings it into the form in which it is kept. */
final class CustomerCheck {

    static final String DEFAULT_LANGUAGE = "en";

    private static final Set<String> LANGUAGES = Set.of("ru", "en");
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_PHONE = 30;

    /** The shape that browsers ask for in their e-mail fields, with a dot in the domain. */
    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+");

    private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Pattern PHONE_FILLERS = Pattern.compile("[ ()-]");

    private CustomerCheck() {}

    /** @param customer null if the request has none */
    static Customer check(Customer customer, Findings findings) {
        if (customer == null) {
            findings.add("customer", "is required");
            return new Customer(null, null, null, DEFAULT_LANGUAGE);
        }
        return new Customer(
                findings.required("customer.name", customer.name(), LONGEST_NAME),
                email(customer.email(), findings),
                phone(customer.phone(), findings),
                language(customer, findings));
    }

    /** The language to speak to this customer in, even if the rest of the request is wrong. */
    static String languageOf(Customer customer) {
        var known = customer != null && customer.language() != null && LANGUAGES.contains(customer.language());
        return known ? customer.language() : DEFAULT_LANGUAGE;
    }

    private static String email(String text, Findings findings) {
        var email = findings.required("customer.email", text, LONGEST_EMAIL);
        if (email != null && !EMAIL.matcher(email).matches()) {
            findings.add("customer.email", "must be an e-mail address such as anna@example.com");
        }
        return email;
    }

    private static String phone(String text, Findings findings) {
        var given = findings.optional("customer.phone", text, LONGEST_PHONE);
        if (given == null) {
            return null;
        }
        var phone = PHONE_FILLERS.matcher(given).replaceAll("");
        if (!PHONE.matcher(phone).matches()) {
            findings.add("customer.phone", "must be a number in international form such as +79161234567");
        }
        return phone;
    }

    private static String language(Customer customer, Findings findings) {
        if (customer.language() != null && !LANGUAGES.contains(customer.language())) {
            findings.add("customer.language", "must be ru or en");
        }
        return languageOf(customer);
    }
}
