/**
 * What stands before the resources, the same on every server: it hands requests on in one well-formed shape, so that
 * nothing behind it reads headers that servers read differently, and gives answers their last form. Only servlet
 * filters come in here.
 */
package org.pizzaorders.web.front;
