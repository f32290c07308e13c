/** The query of a request: what is not known, not readable, or said twice is refused, for every operation alike. */
package org.pizzaorders.web.query;
