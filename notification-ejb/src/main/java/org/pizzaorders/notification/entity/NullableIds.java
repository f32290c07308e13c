package org.pizzaorders.notification.entity;

import java.sql.Types;
import java.util.List;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.DescriptorCustomizer;

/**
 * Tells EclipseLink that an id of a {@link Notification} which is null is no text: it binds null by the type of the
 * column, takes what it does not know for varchar, and PostgreSQL takes no varchar for a uuid. Other providers never see
 * this class.
 */
public class NullableIds implements DescriptorCustomizer {

    @Override
    public void customize(ClassDescriptor descriptor) {
        for (var attribute : List.of("eventId", "orderId")) {
            descriptor.getMappingForAttributeName(attribute).getField().setSqlType(Types.OTHER);
        }
    }
}
