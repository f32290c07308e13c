/** Payara Server in a domain made by the administrators' scripts. For code that only Payara Server needs. */
package org.pizzaorders.local.server.payara;
