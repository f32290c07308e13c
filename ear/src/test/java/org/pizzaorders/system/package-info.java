/** The application seen from outside, on a real server with everything it needs: by HTTP, as its users see it. */
package org.pizzaorders.system;
