package org.pizzaorders.kafka.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.beans.Introspector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.pizzaorders.kafka.inbound.config.KafkaActivationSpec;
import org.pizzaorders.kafka.outbound.KafkaManagedConnectionFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What the Connectors specification asks of the beans that a container makes, and that ra.xml tells it the truth. */
class JavaBeansTest {

    private static final Set<String> FOR_THE_CONTAINER =
            Set.of("class", "resourceAdapter", "logWriter", "XAResources", "connectionFactory");

    @Test
    void adaptersAreEqualByConfiguration() {
        KafkaResourceAdapter one = new KafkaResourceAdapter();
        KafkaResourceAdapter other = new KafkaResourceAdapter();
        one.setBootstrapServers("a:1");
        assertThat(one).isNotEqualTo(other);

        other.setBootstrapServers("a:1");

        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    }

    @Test
    void managedConnectionFactoriesAreEqualByConfiguration() {
        KafkaManagedConnectionFactory one = new KafkaManagedConnectionFactory();
        KafkaManagedConnectionFactory other = new KafkaManagedConnectionFactory();
        one.setMaxBlock("PT1S");
        assertThat(one).isNotEqualTo(other);

        other.setMaxBlock("PT1S");

        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    }

    @Test
    void descriptorListsEveryPropertyOfEveryBean() throws Exception {
        Map<String, Class<?>> beans = Map.of(
                "resourceadapter", KafkaResourceAdapter.class,
                "connection-definition", KafkaManagedConnectionFactory.class,
                "activationspec", KafkaActivationSpec.class);
        Document descriptor = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("src/main/rar/META-INF/ra.xml").toFile());

        for (Map.Entry<String, Class<?>> bean : beans.entrySet()) {
            assertThat(declared(descriptor, bean.getKey())).as(bean.getKey()).isEqualTo(properties(bean.getValue()));
        }
    }

    private static Set<String> declared(Document descriptor, String element) {
        NodeList found = descriptor.getElementsByTagName(element);
        Element holder = (Element) found.item(found.getLength() - 1);
        NodeList children = holder.getChildNodes();
        return IntStream.range(0, children.getLength())
                .mapToObj(children::item)
                .filter(child -> child.getNodeName().equals("config-property"))
                .map(JavaBeansTest::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(Node property) {
        return ((Element) property)
                .getElementsByTagName("config-property-name")
                .item(0)
                .getTextContent();
    }

    private static Set<String> properties(Class<?> bean) throws Exception {
        return Arrays.stream(Introspector.getBeanInfo(bean).getPropertyDescriptors())
                .filter(property -> property.getWriteMethod() != null)
                .map(property -> property.getName())
                .filter(name -> !FOR_THE_CONTAINER.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Free properties too: a password may be among them. */
    @Test
    void marksWhateverMayHoldASecret() throws Exception {
        Pattern secret = Pattern.compile(
                "<config-property-name>(\\w*Password|saslJaasConfig|\\w+Properties)</config-property-name>(.*?)</config-property>",
                Pattern.DOTALL);
        List<MatchResult> found = secret.matcher(Files.readString(Path.of("src/main/rar/META-INF/ra.xml")))
                .results()
                .toList();

        assertThat(found)
                .hasSize(9)
                .allSatisfy(each ->
                        assertThat(each.group(2)).as(each.group(1)).contains("<config-property-confidential>true<"));
    }
}
