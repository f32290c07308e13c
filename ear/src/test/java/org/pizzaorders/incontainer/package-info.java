/** Tests that run inside the server, in the application, where transactions can be held open and looked into. */
package org.pizzaorders.incontainer;
