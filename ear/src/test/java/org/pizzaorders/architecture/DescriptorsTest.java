package org.pizzaorders.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.annotation.Resource;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

/**
 * Holds the descriptors of single servers against the beans. A bean that is missing there deploys on the server of the
 * usual build and on no other.
 */
class DescriptorsTest {

    private static final JavaClasses APPLICATION = new ClassFileImporter()
            .importPaths(Stream.of("domain", "order-ejb", "payment-ejb", "notification-ejb", "frontend-war")
                    .map(module -> Path.of("..", module, "target", "classes"))
                    .toList());

    @ParameterizedTest
    @CsvSource({"order-ejb", "payment-ejb", "notification-ejb"})
    void wildFlyIsToldWhereTheNamesOfEachBeanLead(String module) {
        var told = elements(resource(module, "jboss-ejb3.xml"), "session")
                .flatMap(bean ->
                        children(bean, "resource-ref").map(ref -> text(bean, "ejb-name") + " " + reference(ref)));

        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(
                        beans(module).flatMap(DescriptorsTest::references).toList());
    }

    @Test
    void wildFlyIsToldWhereTheNamesOfTheWebModuleLead() {
        var told = elements(Path.of("..", "frontend-war", "src/main/webapp/WEB-INF/jboss-web.xml"), "resource-ref")
                .map(DescriptorsTest::reference);

        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(beans("frontend-war")
                        .flatMap(DescriptorsTest::references)
                        .map(reference -> reference.substring(reference.indexOf(' ') + 1))
                        .distinct()
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"order-ejb, orders", "payment-ejb, payments", "notification-ejb, notifications"})
    void eachConsumerIsBoundToTheConnectorOnEachServer(String module, String archive) {
        var consumers = consumers(module).toList();

        assertThat(consumers).isNotEmpty();
        assertThat(names(resource(module, "glassfish-ejb-jar.xml"), "ejb"))
                .containsExactlyInAnyOrderElementsOf(consumers);
        assertThat(names(resource(module, "jboss-ejb3.xml"), "resource-adapter-binding"))
                .containsExactlyInAnyOrderElementsOf(consumers);
        assertThat(names(microDescriptor(archive), "ejb")).containsExactlyInAnyOrderElementsOf(consumers);
    }

    @Test
    void theArchiveWithEverythingBindsThemAll() {
        assertThat(names(microDescriptor("all"), "ejb"))
                .containsExactlyInAnyOrderElementsOf(Stream.of("order-ejb", "payment-ejb", "notification-ejb")
                        .flatMap(DescriptorsTest::consumers)
                        .toList());
    }

    private static Path resource(String module, String name) {
        return Path.of("..", module, "src/main/resources/META-INF", name);
    }

    private static Path microDescriptor(String archive) {
        return Path.of("../server-config/payara-micro/src/main", archive, "WEB-INF/glassfish-ejb-jar.xml");
    }

    private static Stream<JavaClass> classes(String module) {
        return APPLICATION.stream()
                .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .filter(type ->
                        type.getSource().orElseThrow().getUri().getPath().contains("/" + module + "/target/"));
    }

    private static Stream<JavaClass> beans(String module) {
        return classes(module)
                .filter(type -> type.isAnnotatedWith(Singleton.class) || type.isAnnotatedWith(Stateless.class));
    }

    private static Stream<String> consumers(String module) {
        return classes(module)
                .filter(type -> type.isAnnotatedWith(MessageDriven.class))
                .map(JavaClass::getSimpleName);
    }

    /** Those of names without a scheme, which mean another thing on each server. */
    private static Stream<String> references(JavaClass bean) {
        return bean.getAllFields().stream()
                .filter(field -> field.isAnnotatedWith(Resource.class))
                .map(field -> field.getAnnotationOfType(Resource.class).lookup())
                .filter(name -> !name.isEmpty() && !name.startsWith("java:"))
                .map(name -> bean.getSimpleName() + " " + name + " java:/" + name);
    }

    private static String reference(Element ref) {
        return text(ref, "res-ref-name") + " " + text(ref, "lookup-name");
    }

    private static List<String> names(Path descriptor, String element) {
        return elements(descriptor, element).map(each -> text(each, "ejb-name")).toList();
    }

    private static String text(Element parent, String name) {
        return children(parent, name).findFirst().orElseThrow().getTextContent();
    }

    private static Stream<Element> elements(Path file, String name) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            return children(factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement(), name);
        } catch (Exception e) {
            throw new IllegalStateException("Cannot read " + file, e);
        }
    }

    private static Stream<Element> children(Element parent, String name) {
        var found = parent.getElementsByTagNameNS("*", name);
        return IntStream.range(0, found.getLength()).mapToObj(index -> (Element) found.item(index));
    }
}
