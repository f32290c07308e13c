package org.pizzaorders.local.server;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * The content of a server's settings file, one line for each element. Layout, comments, and the order of elements and
 * attributes do not matter.
 */
public final class XmlMeaning {

    private XmlMeaning() {}

    public static String of(Path file) {
        try {
            var document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
            return String.join("\n", lines("", document.getDocumentElement()));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("Cannot read " + file, e);
        }
    }

    /** The element, then the elements within it, sorted by their content. */
    private static List<String> lines(String indent, Element element) {
        var within = new ArrayList<List<String>>();
        var text = new StringBuilder();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element part) {
                within.add(lines(indent + "  ", part));
            } else if (child.getNodeType() == Node.TEXT_NODE) {
                text.append(child.getNodeValue().strip());
            }
        }
        var lines = new ArrayList<String>();
        lines.add(indent + element.getTagName() + attributes(element) + " " + text);
        within.stream()
                .sorted((one, other) -> String.join("\n", one).compareTo(String.join("\n", other)))
                .forEach(lines::addAll);
        return lines;
    }

    private static String attributes(Element element) {
        var attributes = element.getAttributes();
        var all = new ArrayList<String>();
        for (var i = 0; i < attributes.getLength(); i++) {
            all.add(" " + attributes.item(i));
        }
        return all.stream().sorted().collect(joining());
    }
}
