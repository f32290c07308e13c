/**
 * How messages are written: templates, what fills them, languages, and what a template or a message by hand must be like.
 * No database and no EJB in here.
 *
 * <p>Uses {@code notification.entity} and the component's {@code api}.
 */
package org.pizzaorders.notification.text;
