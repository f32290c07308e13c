package org.pizzaorders.kafka.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.resource.ResourceException;
import jakarta.resource.cci.ConnectionFactory;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.IllegalStateException;
import jakarta.resource.spi.ManagedConnectionFactory;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterAssociation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pizzaorders.kafka.api.KafkaConnectionFactory;
import org.pizzaorders.kafka.container.Container;
import org.pizzaorders.kafka.container.Inbox;
import org.pizzaorders.kafka.inbound.config.KafkaActivationSpec;
import org.pizzaorders.kafka.outbound.KafkaManagedConnectionFactory;

/** The contracts of the Connectors specification that need no broker. */
class ConformityTest {

    private final Container container = new Container("127.0.0.1:1");

    @AfterEach
    void stopContainer() {
        container.close();
    }

    static Stream<Class<?>> beans() {
        return Stream.of(KafkaResourceAdapter.class, KafkaManagedConnectionFactory.class, KafkaActivationSpec.class);
    }

    @ParameterizedTest
    @MethodSource("beans")
    void beansArePublicWithAPublicConstructorWithoutArguments(Class<?> bean) throws Exception {
        assertThat(Modifier.isPublic(bean.getModifiers())).isTrue();
        assertThat(Modifier.isPublic(bean.getConstructor().getModifiers())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"resourceadapter", "connection-definition", "activationspec"})
    void declaredPropertiesHaveGetterAndSetterOfTheDeclaredTypeAndKeepTheirValue(String element) throws Exception {
        Object bean = beanOf(element).getConstructor().newInstance();

        for (Map.Entry<String, Class<?>> property :
                Descriptor.properties(element).entrySet()) {
            Property accessors = new Property(bean, property.getKey());

            assertThat(accessors.type()).as(property.getKey()).isEqualTo(property.getValue());
            Object value = accessors.anotherValue();
            accessors.set(value);
            assertThat(accessors.value()).as(property.getKey()).isEqualTo(value);
        }
    }

    /** WildFly refuses to deploy the adapter otherwise. */
    @Test
    void theFactoryOfTheCommonClientInterfaceHasAPublicConstructorWithoutArguments() throws Exception {
        Class<?> factory = Class.forName(
                Descriptor.texts("connectionfactory-impl-class").get(0).strip());

        assertThat(factory).isAssignableTo(ConnectionFactory.class);
        assertThat(Modifier.isPublic(factory.getModifiers())).isTrue();
        assertThat(Modifier.isPublic(factory.getConstructor().getModifiers())).isTrue();
    }

    @Test
    void everyKindOfListenerIsConfiguredAlike() throws Exception {
        assertThat(Descriptor.texts("activationspec"))
                .hasSize(3)
                .containsOnly(Descriptor.texts("activationspec").get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"connection-definition", "activationspec"})
    void declaredDefaultsAreThoseOfTheBean(String element) throws Exception {
        Object bean = beanOf(element).getConstructor().newInstance();

        Descriptor.defaults(element)
                .forEach((name, text) -> assertThat(new Property(bean, name).sameAs(text))
                        .as(name)
                        .isTrue());
    }

    private static Class<?> beanOf(String element) {
        return Map.<String, Class<?>>of(
                        "resourceadapter", KafkaResourceAdapter.class,
                        "connection-definition", KafkaManagedConnectionFactory.class,
                        "activationspec", KafkaActivationSpec.class)
                .get(element);
    }

    @Test
    void factoriesDifferByEachOfTheirProperties() throws Exception {
        for (String name : Descriptor.properties("connection-definition").keySet()) {
            KafkaManagedConnectionFactory one = new KafkaManagedConnectionFactory();
            Property property = new Property(one, name);
            property.set(property.anotherValue());

            assertThat(one).as(name).isNotEqualTo(new KafkaManagedConnectionFactory());
        }
        assertThat(new KafkaManagedConnectionFactory()).isNotEqualTo(null).isNotEqualTo("text");
    }

    @Test
    void hashCodesStayWhenTheAdapterIsAssociated() throws Exception {
        KafkaManagedConnectionFactory factory = new KafkaManagedConnectionFactory();
        int before = factory.hashCode();
        int ofAdapter = container.adapter().hashCode();

        factory.setResourceAdapter(container.adapter());
        factory.createConnectionFactory();
        factory.createManagedConnection(null, null);

        assertThat(factory.hashCode()).isEqualTo(before);
        assertThat(container.adapter().hashCode()).isEqualTo(ofAdapter);
    }

    @ParameterizedTest
    @ValueSource(classes = {KafkaManagedConnectionFactory.class, KafkaActivationSpec.class})
    void adapterIsAssociatedOnce(Class<? extends ResourceAdapterAssociation> bean) throws Exception {
        ResourceAdapterAssociation associated = bean.getConstructor().newInstance();
        assertThat(associated.getResourceAdapter()).isNull();
        associated.setResourceAdapter(container.adapter());

        assertThatCode(() -> associated.setResourceAdapter(container.adapter())).doesNotThrowAnyException();
        ResourceAdapter equal = new KafkaResourceAdapter();
        assertThatThrownBy(() -> associated.setResourceAdapter(equal)).isInstanceOf(IllegalStateException.class);

        assertThat(associated.getResourceAdapter()).isSameAs(container.adapter());
    }

    @Test
    void factoriesAndSpecsCanBeSerialized() throws Exception {
        KafkaManagedConnectionFactory factory = new KafkaManagedConnectionFactory();
        factory.setMaxBlock("PT7S");
        KafkaActivationSpec spec = new KafkaActivationSpec();
        spec.setTopics("order-events");
        spec.setResourceAdapter(container.adapter());

        ManagedConnectionFactory factoryAgain = throughBytes(factory);
        KafkaActivationSpec specAgain = throughBytes(spec);
        KafkaConnectionFactory connections =
                throughBytes((KafkaConnectionFactory & Serializable) factory.createConnectionFactory());

        assertThat(factoryAgain).isEqualTo(factory).hasSameHashCodeAs(factory);
        assertThat(specAgain.getTopics()).isEqualTo("order-events");
        assertThat(connections.consumers().list()).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static <T extends Serializable> T throughBytes(T object) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }

    @Test
    void deactivationOfTheUnknownAndStopBeforeStartAreHarmless() {
        KafkaResourceAdapter fresh = new KafkaResourceAdapter();

        assertThatCode(() -> {
                    fresh.stop();
                    fresh.endpointDeactivation(null, new KafkaActivationSpec());
                    container.adapter().endpointDeactivation(null, null);
                })
                .doesNotThrowAnyException();
    }

    @Test
    void activationIsRefusedForForeignSpecsForMistakesAndWhenStopped() {
        ActivationSpec foreign = new ForeignSpec();
        assertThatThrownBy(() -> container.adapter().endpointActivation(null, foreign))
                .isInstanceOf(ResourceException.class);
        assertThatThrownBy(() -> container.deploy(new Inbox(), spec -> spec.setGroupId("payments")))
                .isInstanceOf(ResourceException.class)
                .hasMessageContaining("topics: name at least one topic");
        assertThat(container.adapter().consumers().list()).isEmpty();

        container.adapter().stop();

        assertThatThrownBy(() -> container.deploy(new Inbox(), ConformityTest::fill))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void stopsWhileItHasNotReachedABrokerYetAndMayBeStartedAgain() throws Exception {
        container.deploy(new Inbox(), ConformityTest::fill);
        container.adapter().stop();
        container.adapter().stop();
        assertThat(container.adapter().consumers().list()).isEmpty();

        container.adapter().start(container);
        Container.Bean bean = container.deploy(new Inbox(), ConformityTest::fill);
        bean.undeploy();
        bean.undeploy();

        assertThat(container.adapter().consumers().list()).isEmpty();
        assertThat(container.adapter().getXAResources(new ActivationSpec[0])).isEmpty();
    }

    private static void fill(KafkaActivationSpec spec) {
        spec.setTopics("order-events");
        spec.setGroupId("payments");
    }

    private static final class ForeignSpec implements ActivationSpec {

        @Override
        public void validate() {}

        @Override
        public ResourceAdapter getResourceAdapter() {
            return null;
        }

        @Override
        public void setResourceAdapter(ResourceAdapter adapter) {}
    }
}
