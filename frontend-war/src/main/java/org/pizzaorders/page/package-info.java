/** The server part of the web pages, apart from the API. */
package org.pizzaorders.page;
