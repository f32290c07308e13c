package org.pizzaorders.web.ops;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.pizzaorders.operations.api.AuditEntry;
import org.pizzaorders.operations.api.DeadLetterGroup;
import org.pizzaorders.operations.api.DeadLetterNotFound;
import org.pizzaorders.operations.api.DeadLetterQuery;
import org.pizzaorders.operations.api.DeadLetterView;
import org.pizzaorders.operations.api.HealthCheck;
import org.pizzaorders.operations.api.OperatorAction;
import org.pizzaorders.operations.api.OutboxBacklog;
import org.pizzaorders.operations.api.Resolution;
import org.pizzaorders.operations.api.ServiceOperations;
import org.pizzaorders.shared.Page;
import org.pizzaorders.shared.PageRequest;

/** A service with some open dead letters and no database. */
final class OneService implements ServiceOperations {

    private final String name;
    private final Set<UUID> open;
    final List<Resolution> done = new ArrayList<>();

    OneService(String name, UUID... open) {
        this.name = name;
        this.open = Set.of(open);
    }

    @Override
    public String service() {
        return name;
    }

    @Override
    public List<HealthCheck> health() {
        return List.of();
    }

    @Override
    public OutboxBacklog backlog() {
        return new OutboxBacklog(name, 0, 0, false, null, null);
    }

    @Override
    public Page<DeadLetterView> deadLetters(DeadLetterQuery query) {
        return new Page<>(List.of(), null);
    }

    @Override
    public List<DeadLetterGroup> deadLetterGroups(DeadLetterQuery query) {
        return List.of();
    }

    @Override
    public DeadLetterView deadLetter(UUID id) {
        if (open.contains(id)) {
            return null;
        }
        throw new DeadLetterNotFound(id);
    }

    @Override
    public int resolve(Resolution resolution) {
        if (!resolution.dryRun()) {
            done.add(resolution);
        }
        return resolution.fingerprint().isPresent()
                ? open.size()
                : (int) resolution.ids().stream().filter(open::contains).count();
    }

    @Override
    public Page<AuditEntry> audit(PageRequest page) {
        return new Page<>(List.of(), null);
    }

    @Override
    public void record(OperatorAction action) {
        throw new UnsupportedOperationException();
    }
}
