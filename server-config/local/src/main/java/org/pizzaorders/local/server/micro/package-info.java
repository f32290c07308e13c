/** Payara Micro: with all services, or four of it behind a load balancer. In here comes what is Micro's alone. */
package org.pizzaorders.local.server.micro;
