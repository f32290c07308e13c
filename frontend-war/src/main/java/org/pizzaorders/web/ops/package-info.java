/** What operators see and do, over HTTP: all services behind one view. */
package org.pizzaorders.web.ops;
