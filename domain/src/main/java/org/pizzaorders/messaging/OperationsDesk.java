package org.pizzaorders.messaging;

import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.List;
import java.util.UUID;
import org.pizzaorders.messaging.deadletter.DeadLetterOffice;
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
import org.pizzaorders.shared.Service;

/** The operations of one service; subclasses are {@code @Stateless} beans of that service. A method is a transaction. */
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public abstract class OperationsDesk implements ServiceOperations {

    private final Service service;

    protected OperationsDesk(Service service) {
        this.service = service;
    }

    protected abstract ServiceMessaging messaging();

    /** Called in a transaction that makes dead letters due. The worker must handle them after the commit. */
    protected abstract void wakeAfterCommit();

    /** Whether the service can do its job, provided that its database answers. */
    protected boolean serves() {
        return true;
    }

    @Override
    public String service() {
        return service.schema();
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<HealthCheck> health() {
        return messaging().health().checks(this::serves);
    }

    @Override
    public OutboxBacklog backlog() {
        return office().backlog();
    }

    @Override
    public Page<DeadLetterView> deadLetters(DeadLetterQuery query) {
        return office().list(query);
    }

    @Override
    public List<DeadLetterGroup> deadLetterGroups(DeadLetterQuery query) {
        return office().groups(query);
    }

    @Override
    public DeadLetterView deadLetter(UUID id) {
        return office().find(id).orElseThrow(() -> new DeadLetterNotFound(id));
    }

    @Override
    public int resolve(Resolution resolution) {
        var touched = office().resolve(resolution);
        if (!resolution.dryRun()) {
            wakeAfterCommit();
        }
        return touched;
    }

    @Override
    public Page<AuditEntry> audit(PageRequest page) {
        return office().audit().list(page);
    }

    @Override
    public void record(OperatorAction action) {
        office().audit().record(action);
    }

    private DeadLetterOffice office() {
        return messaging().deadLetterOffice();
    }
}
