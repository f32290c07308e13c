/** Payara Micro: one process with all services, or four behind a load balancer. For code that only Micro needs. */
package org.pizzaorders.local.server.micro;
