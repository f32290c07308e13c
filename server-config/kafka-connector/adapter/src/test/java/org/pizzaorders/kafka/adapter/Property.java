package org.pizzaorders.kafka.adapter;

import java.beans.BeanInfo;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/** A property of a JavaBean, by its public accessors. */
final class Property {

    private static final Map<Class<?>, Class<?>> BOXES =
            Map.of(int.class, Integer.class, double.class, Double.class, boolean.class, Boolean.class);

    private final Object bean;
    private final PropertyDescriptor descriptor;

    Property(Object bean, String name) {
        this.bean = bean;
        try {
            BeanInfo info = Introspector.getBeanInfo(bean.getClass());
            this.descriptor = Arrays.stream(info.getPropertyDescriptors())
                    .filter(each -> each.getName().equals(name))
                    .findFirst()
                    .orElseThrow();
        } catch (java.beans.IntrospectionException e) {
            throw new IllegalArgumentException(e);
        }
    }

    Class<?> type() {
        return BOXES.getOrDefault(descriptor.getPropertyType(), descriptor.getPropertyType());
    }

    Object anotherValue() {
        if (type() == Integer.class) {
            return (int) value() + 7;
        }
        if (type() == Boolean.class) {
            return !(boolean) value();
        }
        return type() == Double.class ? (Object) ((double) value() + 7) : value() + "another";
    }

    void set(Object value) throws ReflectiveOperationException {
        descriptor.getWriteMethod().invoke(bean, value);
    }

    Object value() {
        try {
            return descriptor.getReadMethod().invoke(bean);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean sameAs(String text) {
        return value() instanceof Number number
                ? number.doubleValue() == Double.parseDouble(text)
                : text.equals(Objects.toString(value(), null));
    }
}
