package org.pizzaorders.local.server.planted;

/** What {@code KnowsTheServer} should not know. */
public class Upstairs {}
