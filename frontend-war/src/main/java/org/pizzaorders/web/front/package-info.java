/**
 * Filters before the resources, the same on every server. They pass requests on in one well-formed shape, because
 * servers read odd headers differently, and give answers their final form.
 */
package org.pizzaorders.web.front;
