/**
 * HTTP: the JAX-RS resources of all services under {@code /api/v1}, one package each, over what they share in
 * {@code http}. Resources translate between JSON and a component's {@code api}, and decide nothing.
 */
package org.pizzaorders.web;
