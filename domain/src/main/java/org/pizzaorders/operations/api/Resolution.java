package org.pizzaorders.operations.api;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.pizzaorders.shared.FieldError;
import org.pizzaorders.shared.InvalidInput;

/**
 * What an operator wants to do with dead letters: with some ids, or with all open ones of a fingerprint.
 *
 * @param ids empty if the fingerprint selects the dead letters
 * @param fingerprint empty if the ids select the dead letters
 * @param reason for the audit; mandatory
 * @param by who does it; mandatory
 * @param dryRun true to only count the dead letters it would change
 */
public record Resolution(
        Action action, Set<UUID> ids, Optional<String> fingerprint, String reason, String by, boolean dryRun) {

    /** What to do. */
    public enum Action {
        REDRIVE,
        DISCARD
    }

    public static final int MAX_IDS = 1_000;

    /** @throws InvalidInput if the reason is missing or too long, or not exactly one of ids and fingerprint is given */
    public Resolution {
        ids = Set.copyOf(ids);
        reason = Reasons.required(reason);
        if (ids.isEmpty() == fingerprint.isEmpty() || ids.size() > MAX_IDS) {
            throw invalid("ids", "must be 1 to " + MAX_IDS + " ids, or else give a fingerprint");
        }
    }

    private static InvalidInput invalid(String field, String message) {
        return new InvalidInput(List.of(new FieldError(field, message)));
    }
}
