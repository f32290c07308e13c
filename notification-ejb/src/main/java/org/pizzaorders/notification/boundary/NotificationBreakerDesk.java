package org.pizzaorders.notification.boundary;

import jakarta.ejb.EJB;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import java.util.List;
import org.pizzaorders.notification.delivery.NotificationBreakers;
import org.pizzaorders.operations.api.BreakerOverride;
import org.pizzaorders.operations.api.BreakerView;
import org.pizzaorders.operations.api.Breakers;

/** The breakers of the channels, for operators. Each call is one transaction. */
@Stateless
@Local(Breakers.class)
public class NotificationBreakerDesk implements Breakers {

    @EJB
    NotificationBreakers breakers;

    @Override
    public List<BreakerView> breakers() {
        return breakers.breakers();
    }

    @Override
    public BreakerView force(String name, BreakerOverride override, String reason, String by) {
        return breakers.force(name, override, reason, by);
    }
}
