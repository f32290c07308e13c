package org.pizzaorders.kafka.inbound.session.planted;

/** What {@code Upwards} should not know. */
public class Upstairs {}
