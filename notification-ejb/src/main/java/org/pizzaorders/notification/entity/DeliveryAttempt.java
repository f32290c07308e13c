package org.pizzaorders.notification.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;

/** The result of one attempt. Never changes. */
@Entity
@Table(schema = "notifications", name = "delivery_attempts")
@IdClass(DeliveryAttempt.Key.class)
public class DeliveryAttempt {

    /** How an attempt ended. */
    public enum Outcome {
        SENT,
        /** Failed; will be retried. */
        PUT_OFF,
        /** Failed for good. */
        GIVEN_UP
    }

    @Id
    @Column(name = "delivery_id")
    private UUID deliveryId;

    @Id
    private int number;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    private String error;
    private OffsetDateTime at;

    protected DeliveryAttempt() {}

    /** @param error null if it was sent */
    public DeliveryAttempt(UUID deliveryId, int number, Outcome outcome, String error, Instant at) {
        this.deliveryId = deliveryId;
        this.number = number;
        this.outcome = outcome;
        this.error = error;
        this.at = at.atOffset(ZoneOffset.UTC);
    }

    /** The delivery and the number of the attempt, from 1. */
    public static class Key implements Serializable {

        private UUID deliveryId;
        private int number;

        public Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && number == key.number && Objects.equals(deliveryId, key.deliveryId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(deliveryId, number);
        }
    }
}
