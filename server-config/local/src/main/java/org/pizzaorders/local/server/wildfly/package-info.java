/** WildFly, configured by the administrators' scripts. For code that only WildFly needs. */
package org.pizzaorders.local.server.wildfly;
