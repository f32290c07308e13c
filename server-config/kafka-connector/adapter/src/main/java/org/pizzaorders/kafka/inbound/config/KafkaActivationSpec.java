package org.pizzaorders.kafka.inbound.config;

import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.IllegalStateException;
import jakarta.resource.spi.InvalidPropertyException;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.io.Serializable;

/**
 * The activation configuration of a message-driven bean that implements
 * {@link org.pizzaorders.kafka.api.KafkaRecordListener} or {@link org.pizzaorders.kafka.api.DeadLetterListener}. Durations are ISO-8601 text ({@code PT1S}). A JavaBean, filled
 * by the container, read once when the bean is activated.
 */
public class KafkaActivationSpec implements ActivationSpec, Serializable {

    private static final long serialVersionUID = 1L;

    private transient ResourceAdapter resourceAdapter;

    private String topics;
    private String topicPattern;

    @NotBlank(message = "groupId: name the consumer group")
    private String groupId;

    @Positive(message = "consumers: at least one")
    private int consumers = 1;

    @Positive(message = "maxBatchSize: at least one record")
    private int maxBatchSize = 100;

    private int maxConcurrency = -1;

    @Positive(message = "maxAttempts: at least one attempt")
    private int maxAttempts = 5;

    private String initialBackoff = "PT1S";
    private String maxBackoff = "PT10S";
    private double backoffMultiplier = 2;
    private int setupAttempts = -1;
    private String setupInterval = "PT10S";
    private String transactionTimeout;
    private String maxHold;
    private String drain = "PT20S";

    @Pattern(regexp = "earliest|latest|none", message = "autoOffsetReset: earliest, latest or none")
    private String autoOffsetReset = "earliest";

    @Pattern(regexp = "auto|classic|consumer", message = "groupProtocol: auto, classic or consumer")
    private String groupProtocol = "auto";

    private String deadLetterTopic;
    private String consumerProperties;

    @Override
    public void validate() throws InvalidPropertyException {
        settings();
    }

    public InboundSettings settings() throws InvalidPropertyException {
        return new ActivationSpecReader(this).read();
    }

    @Override
    public ResourceAdapter getResourceAdapter() {
        return resourceAdapter;
    }

    /** May be called only once: the specification requires that the association stays for the bean's life. */
    @Override
    public void setResourceAdapter(ResourceAdapter adapter) throws IllegalStateException {
        if (resourceAdapter != null && resourceAdapter != adapter) {
            throw new IllegalStateException("Belongs to a resource adapter already");
        }
        resourceAdapter = adapter;
    }

    /** Separated by commas. Required, unless there is a {@link #getTopicPattern topicPattern}. */
    public String getTopics() {
        return topics;
    }

    public void setTopics(String value) {
        topics = value;
    }

    /**
     * A regular expression ({@link java.util.regex.Pattern}) that matches whole topic names, instead of {@code topics}.
     * New topics are found within {@code metadata.max.age.ms}, half a minute by default. Topics that end in {@code
     * -dlq} never match.
     */
    public String getTopicPattern() {
        return topicPattern;
    }

    public void setTopicPattern(String value) {
        topicPattern = value;
    }

    /** The consumer group. Required. */
    public String getGroupId() {
        return groupId;
    }

    public void setGroupId(String value) {
        groupId = value;
    }

    /** How many consumers this activation adds to the group. */
    public int getConsumers() {
        return consumers;
    }

    public void setConsumers(int value) {
        consumers = value;
    }

    /** The maximum number of records in one transaction. */
    public int getMaxBatchSize() {
        return maxBatchSize;
    }

    public void setMaxBatchSize(int value) {
        maxBatchSize = value;
    }

    /**
     * The maximum number of simultaneous deliveries over all consumers of the activation; negative: one for each
     * partition.
     */
    public int getMaxConcurrency() {
        return maxConcurrency;
    }

    public void setMaxConcurrency(int value) {
        maxConcurrency = value;
    }

    /**
     * How often a record is delivered on its own before it is given up. Infrastructure failures and deliveries in a
     * batch do not count.
     */
    public int getMaxAttempts() {
        return maxAttempts;
    }

    public void setMaxAttempts(int value) {
        maxAttempts = value;
    }

    /** The wait after the first failure of a batch. */
    public String getInitialBackoff() {
        return initialBackoff;
    }

    public void setInitialBackoff(String value) {
        initialBackoff = value;
    }

    /** The longest wait between two attempts. */
    public String getMaxBackoff() {
        return maxBackoff;
    }

    public void setMaxBackoff(String value) {
        maxBackoff = value;
    }

    /** The factor by which each wait grows. */
    public double getBackoffMultiplier() {
        return backoffMultiplier;
    }

    public void setBackoffMultiplier(double value) {
        backoffMultiplier = value;
    }

    /** How many consecutive times a consumer is made before it is given up; negative: for ever. */
    public int getSetupAttempts() {
        return setupAttempts;
    }

    public void setSetupAttempts(int value) {
        setupAttempts = value;
    }

    /** The wait before a failed consumer is made again. */
    public String getSetupInterval() {
        return setupInterval;
    }

    public void setSetupInterval(String value) {
        setupInterval = value;
    }

    /** The transaction time-out of each delivery; null or blank: the container's own. */
    public String getTransactionTimeout() {
        return transactionTimeout;
    }

    public void setTransactionTimeout(String value) {
        transactionTimeout = value;
    }

    /**
     * How long failures that look like infrastructure failures may hold a record while other partitions get through.
     * After that each further failure uses up an attempt. Null or blank: for ever.
     */
    public String getMaxHold() {
        return maxHold;
    }

    public void setMaxHold(String value) {
        maxHold = value;
    }

    /** How long a stop or a revocation waits for running deliveries. */
    public String getDrain() {
        return drain;
    }

    public void setDrain(String value) {
        drain = value;
    }

    /** Where a group without offsets starts: {@code earliest}, {@code latest} or {@code none}. */
    public String getAutoOffsetReset() {
        return autoOffsetReset;
    }

    public void setAutoOffsetReset(String value) {
        autoOffsetReset = value;
    }

    /**
     * The topic for all dead letters, unless the bean is a {@link org.pizzaorders.kafka.api.DeadLetterListener}, which
     * takes them itself. Null or blank: each topic's name with {@code -dlq}. The topic must exist. A topic that ends in
     * {@code -dlq} has none of its own: a record that fails there is held.
     */
    public String getDeadLetterTopic() {
        return deadLetterTopic;
    }

    public void setDeadLetterTopic(String value) {
        deadLetterTopic = value;
    }

    /** {@code consumer} (KIP-848), {@code classic}, or {@code auto}: {@code consumer} if the brokers support it. */
    public String getGroupProtocol() {
        return groupProtocol;
    }

    public void setGroupProtocol(String value) {
        groupProtocol = value;
    }

    /** Further client properties, {@code key=value}, one per line or separated by semicolons. */
    public String getConsumerProperties() {
        return consumerProperties;
    }

    public void setConsumerProperties(String value) {
        consumerProperties = value;
    }

    /** Without {@code consumerProperties}, which may hold secrets. */
    @Override
    public String toString() {
        return "KafkaActivationSpec[topics=" + (topics == null ? topicPattern : topics) + ", groupId=" + groupId
                + ", consumers=" + consumers + "]";
    }
}
