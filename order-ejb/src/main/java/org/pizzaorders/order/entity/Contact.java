package org.pizzaorders.order.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.pizzaorders.order.api.Customer;

/** The customer and how to reach them, as at the time of the order. Personal data. */
@Embeddable
public class Contact {

    @Column(name = "customer_name")
    private String name;

    @Column(name = "customer_email")
    private String email;

    @Column(name = "customer_phone")
    private String phone;

    @Column(name = "customer_language")
    private String language;

    protected Contact() {}

    Contact(Customer customer) {
        name = customer.name();
        email = customer.email();
        phone = customer.phone();
        language = customer.language();
    }

    Customer customer() {
        return new Customer(name, email, phone, language);
    }
}
