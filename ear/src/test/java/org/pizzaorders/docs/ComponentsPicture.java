package org.pizzaorders.docs;

import static java.util.stream.Collectors.joining;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pizzaorders.work.DueWorkTimer;

/** Draws the beans and entities of one service as PlantUML: who uses whom, by itself or by helpers that are no beans. */
final class ComponentsPicture {

    private final String root;
    private final Map<String, JavaClass> components = new TreeMap<>();
    private final Map<String, Set<String>> uses = new TreeMap<>();

    /** @param service package of the service below {@code org.pizzaorders} */
    ComponentsPicture(Path classes, String service) {
        root = "org.pizzaorders." + service + ".";
        new ClassFileImporter()
                .importPath(classes).stream()
                        .filter(type -> type.getName().startsWith(root) && isComponent(type))
                        .forEach(type -> components.put(type.getSimpleName(), type));
        components.forEach((name, type) -> uses.put(name, used(type)));
    }

    /** Producers have no work of their own. */
    private static boolean isComponent(JavaClass type) {
        return !kind(type).isEmpty() && !type.getSimpleName().matches("\\w+(Time|Beans)");
    }

    private static String kind(JavaClass type) {
        if (type.isAnnotatedWith(MessageDriven.class)) {
            return "message-driven bean";
        }
        if (type.isAnnotatedWith(Singleton.class) || type.isAnnotatedWith(Stateless.class)) {
            return type.isAssignableTo(DueWorkTimer.class) ? "timer EJB" : "EJB";
        }
        if (type.isAnnotatedWith(Entity.class)) {
            return "entity";
        }
        return type.isAnnotatedWith(ApplicationScoped.class) ? "CDI bean" : "";
    }

    private Set<String> used(JavaClass from) {
        var found = new TreeSet<String>();
        look(from, found, new HashSet<>());
        found.remove(from.getSimpleName());
        return found;
    }

    private void look(JavaClass from, Set<String> found, Set<JavaClass> seen) {
        if (!seen.add(from)) {
            return;
        }
        for (var dependency : from.getDirectDependenciesFromSelf()) {
            var target = dependency.getTargetClass().getBaseComponentType();
            if (components.containsValue(target)) {
                found.add(target.getSimpleName());
            } else if (target.getName().startsWith(root)) {
                look(target, found, seen);
            }
        }
    }

    String drawn(String title) {
        return """
                @startuml
                ' Drawn from the classes. Do not edit: see CONTRIBUTING.md.
                !include style.iuml
                hide empty members
                hide circle
                title %s\\n<size:12>an arrow: uses; arrows that follow from others are left out</size>

                %s
                %s
                @enduml
                """.formatted(title, drawnRooms(), drawnArrows());
    }

    private String drawnRooms() {
        return components.values().stream()
                .map(JavaClass::getPackageName)
                .distinct()
                .sorted()
                .map(room -> "package \"" + room.substring(root.length()) + "\" {\n" + drawnComponents(room) + "}")
                .collect(joining("\n"));
    }

    private String drawnComponents(String room) {
        return components.entrySet().stream()
                .filter(each -> each.getValue().getPackageName().equals(room))
                .map(each -> "  class " + each.getKey() + " <<" + kind(each.getValue()) + ">>\n")
                .collect(joining());
    }

    private String drawnArrows() {
        return uses.entrySet().stream()
                .flatMap(each -> each.getValue().stream()
                        .filter(used -> !followsFromAnother(each.getKey(), used))
                        .map(used -> each.getKey() + " --> " + used))
                .collect(joining("\n"));
    }

    private boolean followsFromAnother(String from, String used) {
        return uses.get(from).stream()
                .filter(other -> !other.equals(used))
                .anyMatch(other -> reached(other, from, new HashSet<>()).contains(used));
    }

    private Set<String> reached(String from, String besides, Set<String> seen) {
        if (!from.equals(besides) && seen.add(from)) {
            uses.get(from).forEach(next -> reached(next, besides, seen));
        }
        return seen;
    }
}
