/**
 * One call of the application in a transaction of the container, or one dead letter to its topic. Input: records, on
 * any thread of the container. Output: nothing or a failure. Does not know partitions or retries.
 */
package org.pizzaorders.kafka.inbound.endpoint;
