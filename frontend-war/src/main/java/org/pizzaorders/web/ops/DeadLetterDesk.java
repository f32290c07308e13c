package org.pizzaorders.web.ops;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.pizzaorders.operations.api.DeadLetterNotFound;
import org.pizzaorders.operations.api.Resolution;
import org.pizzaorders.operations.api.Resolution.Action;
import org.pizzaorders.operations.api.ServiceOperations;
import org.pizzaorders.web.http.Caller;

/**
 * Lets each service resolve its own dead letters of a decision, in one transaction per service. If one service fails,
 * the changes of the earlier ones remain and are in their audit, and the same decision can be sent again. Services
 * without matching dead letters are not called, so their audit gets no empty entries.
 */
@ApplicationScoped
public class DeadLetterDesk {

    @Inject
    Services services;

    @Inject
    Caller caller;

    Touched resolve(Action action, Decision decision) {
        return resolve(services.named(decision.service()), decision.resolution(action, caller.operator()));
    }

    /** @throws DeadLetterNotFound if no service has it */
    Touched resolve(Action action, UUID id, Reason reason) {
        return resolve(List.of(holding(id)), reason.resolution(action, id, caller.operator()));
    }

    /** @throws DeadLetterNotFound if no service has it */
    ServiceOperations holding(UUID id) {
        return services.all()
                .filter(service -> holds(service, id))
                .findFirst()
                .orElseThrow(() -> new DeadLetterNotFound(id));
    }

    private static boolean holds(ServiceOperations service, UUID id) {
        try {
            service.deadLetter(id);
            return true;
        } catch (DeadLetterNotFound e) {
            return false;
        }
    }

    private static Touched resolve(List<ServiceOperations> services, Resolution resolution) {
        var touched = new ArrayList<Touched.OfService>();
        for (var service : services) {
            var count = service.resolve(dry(resolution));
            if (count > 0 && !resolution.dryRun()) {
                count = service.resolve(resolution);
            }
            touched.add(new Touched.OfService(service.service(), count));
        }
        return Touched.of(touched, resolution.dryRun());
    }

    private static Resolution dry(Resolution wanted) {
        return new Resolution(wanted.action(), wanted.ids(), wanted.fingerprint(), wanted.reason(), wanted.by(), true);
    }
}
