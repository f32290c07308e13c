/** What every measurement needs: a running stack, the application's API, the work that is still left, and the time. */
package org.pizzaorders.local.bench.lab;
