/**
 * The Common Client Interface of Jakarta Connectors, for applications whose libraries cannot see the connector's own types.
 *
 * <p>Records are {@link jakarta.resource.cci.MappedRecord}s of JDK types. {@link org.pizzaorders.kafka.cci.CciRecords}
 * describes their content.
 */
package org.pizzaorders.kafka.cci;
