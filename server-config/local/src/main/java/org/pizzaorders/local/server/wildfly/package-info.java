/** WildFly, configured by the administrators' scripts. In here comes what is WildFly's alone. */
package org.pizzaorders.local.server.wildfly;
