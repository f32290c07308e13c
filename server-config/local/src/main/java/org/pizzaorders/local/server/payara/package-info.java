/** Payara Server in a domain made by the administrators' scripts. In here comes what is Payara Server's alone. */
package org.pizzaorders.local.server.payara;
