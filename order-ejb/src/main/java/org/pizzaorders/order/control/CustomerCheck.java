package org.pizzaorders.order.control;

import org.pizzaorders.order.api.Customer;
import org.pizzaorders.shared.text.ContactForms;
import org.pizzaorders.shared.text.DefaultRegion;

/** Checks the customer of an order and normalises the texts as they are stored. */
final class CustomerCheck {

    static final String DEFAULT_LANGUAGE = "en";

    private static final int LONGEST_NAME = 100;

    private CustomerCheck() {}

    /**
     * @param customer null if the request has none
     * @param region country of phone numbers without a country code
     */
    static Customer check(Customer customer, DefaultRegion region, Findings findings) {
        if (customer == null) {
            findings.add("customer", "is required");
            return new Customer(null, null, null, DEFAULT_LANGUAGE);
        }
        return new Customer(
                findings.required("customer.name", customer.name(), LONGEST_NAME),
                email(customer.email(), findings),
                phone(customer.phone(), region, findings),
                language(customer, findings));
    }

    /** The language for this customer, even if the rest of the request is wrong. */
    static String languageOf(Customer customer) {
        var known = customer != null && ContactForms.isLanguage(customer.language());
        return known ? customer.language() : DEFAULT_LANGUAGE;
    }

    private static String email(String text, Findings findings) {
        var email = findings.required("customer.email", text, ContactForms.LONGEST_EMAIL);
        if (email != null && !ContactForms.isEmail(email)) {
            findings.add("customer.email", "must be an e-mail address such as anna@example.com");
        }
        return email;
    }

    private static String phone(String text, DefaultRegion region, Findings findings) {
        var given = findings.optional("customer.phone", text, ContactForms.LONGEST_PHONE);
        if (given == null) {
            return null;
        }
        return ContactForms.phone(given, region).orElseGet(() -> {
            findings.add("customer.phone", "must be a phone number, in international form such as +79161234567");
            return null;
        });
    }

    private static String language(Customer customer, Findings findings) {
        if (customer.language() != null && !ContactForms.isLanguage(customer.language())) {
            findings.add("customer.language", "must be ru or en");
        }
        return languageOf(customer);
    }
}
