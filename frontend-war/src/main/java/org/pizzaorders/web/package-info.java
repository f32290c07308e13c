/**
 * HTTP: the JAX-RS resources of all services under {@code /api/v1}, one package each; {@code http} has the shared code.
 * Resources only translate between JSON and a component's {@code api}.
 */
package org.pizzaorders.web;
