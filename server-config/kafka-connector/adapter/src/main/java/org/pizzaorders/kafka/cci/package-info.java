/**
 * The Common Client Interface of Jakarta Connectors, for applications whose libraries cannot see the connector's own types.
 *
 * <p>Records are {@link jakarta.resource.cci.MappedRecord}s of JDK types. What they hold is said in {@link
 * org.pizzaorders.kafka.cci.CciRecords}.
 */
package org.pizzaorders.kafka.cci;
