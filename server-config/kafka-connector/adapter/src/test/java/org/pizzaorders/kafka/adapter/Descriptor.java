package org.pizzaorders.kafka.adapter;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What {@code ra.xml} declares. */
final class Descriptor {

    private Descriptor() {}

    static Map<String, Class<?>> properties(String element) throws Exception {
        Map<String, Class<?>> types = new TreeMap<>();
        for (Map.Entry<String, Element> each : declared(element).entrySet()) {
            types.put(each.getKey(), Class.forName(text(each.getValue(), "type")));
        }
        return types;
    }

    static Map<String, String> defaults(String element) throws Exception {
        Map<String, String> defaults = new TreeMap<>();
        declared(element).forEach((name, property) -> {
            String value = text(property, "value");
            if (value != null) {
                defaults.put(name, value);
            }
        });
        return defaults;
    }

    /** The elements of that name, as text without white space between. */
    static List<String> texts(String element) throws Exception {
        NodeList found = elements(element);
        return IntStream.range(0, found.getLength())
                .mapToObj(each -> found.item(each).getTextContent().replaceAll("\\s+", " "))
                .toList();
    }

    private static NodeList elements(String element) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("src/main/rar/META-INF/ra.xml").toFile())
                .getElementsByTagName(element);
    }

    private static Map<String, Element> declared(String element) throws Exception {
        NodeList holders = elements(element);
        NodeList children = holders.item(holders.getLength() - 1).getChildNodes();
        Map<String, Element> found = new TreeMap<>();
        for (int child = 0; child < children.getLength(); child++) {
            if (children.item(child) instanceof Element property
                    && property.getTagName().equals("config-property")) {
                found.put(text(property, "name"), property);
            }
        }
        return found;
    }

    private static String text(Element property, String part) {
        NodeList found = property.getElementsByTagName("config-property-" + part);
        return found.getLength() == 0 ? null : found.item(0).getTextContent();
    }
}
