package org.pizzaorders.notification.entity;

import java.sql.Types;
import java.util.List;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.DescriptorCustomizer;

/**
 * Tells EclipseLink the column type of nullable ids of a {@link Notification}. EclipseLink binds null by the column
 * type and uses varchar if it does not know the type, but PostgreSQL does not accept varchar for uuid. Other JPA
 * providers do not use this class.
 */
public class NullableIds implements DescriptorCustomizer {

    @Override
    public void customize(ClassDescriptor descriptor) {
        for (var attribute : List.of("eventId", "orderId")) {
            descriptor.getMappingForAttributeName(attribute).getField().setSqlType(Types.OTHER);
        }
    }
}
