package org.pizzaorders.web.ops;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.pizzaorders.operations.api.Resolution;
import org.pizzaorders.shared.Ids;

/**
 * A decision about dead letters, selected by ids or by a fingerprint.
 *
 * @param service null for all
 * @param reason for the audit
 * @param dryRun null is false
 */
record Decision(List<String> ids, String fingerprint, String service, String reason, Boolean dryRun) {

    /**
     * @throws org.pizzaorders.shared.InvalidInput if it has neither or both
     */
    Resolution resolution(Resolution.Action action, String by) {
        return new Resolution(
                action, parsed(), Optional.ofNullable(fingerprint), reason, by, Boolean.TRUE.equals(dryRun));
    }

    private Set<UUID> parsed() {
        var parsed = new HashSet<UUID>();
        for (var i = 0; ids != null && i < ids.size(); i++) {
            parsed.add(Ids.parse("ids[" + i + "]", ids.get(i)));
        }
        return parsed;
    }
}
