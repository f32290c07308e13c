package org.pizzaorders.web.order;

import static org.pizzaorders.web.http.Constraints.TOO_LONG;

import jakarta.validation.constraints.Size;

/** @param reason in a few words; null for none */
record Cancellation(@Size(max = 200, message = TOO_LONG) String reason) {}
