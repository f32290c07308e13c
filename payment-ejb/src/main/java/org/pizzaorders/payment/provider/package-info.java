/**
 * The payment provider as payments know it: what is asked of it, what it answers, and the breaker around it. No database
 * and no EJB in here.
 *
 * <p>Uses the component's {@code api} and {@code breaker}. Whose language the provider speaks is for the room above.
 */
package org.pizzaorders.payment.provider;
