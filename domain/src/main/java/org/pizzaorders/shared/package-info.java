/**
 * Types that every component uses: ids, money, pages, problems, events, the names of the services, and the context of a
 * call.
 *
 * <p>The lowest package: it uses no other package of ours.
 */
package org.pizzaorders.shared;
