/** Where messages end: e-mails, and what the gateway takes. */
package org.pizzaorders.local.simulator.messages;
