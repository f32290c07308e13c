/** Which texts the api takes at all, whatever they say. Knows nothing of the rest of the web. */
package org.pizzaorders.web.text;
