/**
 * What every component speaks: ids, money, pages, problems, events, the names of the services, and the context of a call.
 *
 * <p>The lowest room: nothing of ours comes in.
 */
package org.pizzaorders.shared;
