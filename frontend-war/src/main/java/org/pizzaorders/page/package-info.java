/** What the web pages need of the server beside the api. */
package org.pizzaorders.page;
