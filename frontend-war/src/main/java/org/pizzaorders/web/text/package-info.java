/** Which texts the API accepts, regardless of their content. Uses no other package of the web module. */
package org.pizzaorders.web.text;
