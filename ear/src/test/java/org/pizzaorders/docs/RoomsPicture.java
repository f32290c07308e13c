package org.pizzaorders.docs;

import static java.util.stream.Collectors.joining;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Draws the packages of a module as PlantUML, each on the floor above the highest one that it uses. */
final class RoomsPicture {

    private static final String ROOT = "org.pizzaorders.";

    private final Map<String, Set<String>> uses = new TreeMap<>();
    private final Map<String, Integer> floors = new TreeMap<>();

    /** @param classes of the module, or of those that belong together */
    RoomsPicture(List<Path> classes) {
        for (var type : new ClassFileImporter().importPaths(classes)) {
            var room = room(type);
            var used = uses.computeIfAbsent(room, name -> new TreeSet<>());
            type.getDirectDependenciesFromSelf().stream()
                    .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                    .filter(target -> target.getPackageName().startsWith(ROOT))
                    .map(RoomsPicture::room)
                    .filter(target -> !target.equals(room))
                    .forEach(used::add);
        }
        uses.keySet().forEach(room -> floor(room, new ArrayList<>()));
    }

    private static String room(JavaClass type) {
        return type.getPackageName().substring(ROOT.length());
    }

    private int floor(String room, List<String> way) {
        if (way.contains(room)) {
            throw new IllegalStateException("An arrow back: " + String.join(" -> ", way) + " -> " + room);
        }
        var known = floors.get(room);
        if (known != null) {
            return known;
        }
        way.add(room);
        var floor = 1;
        for (var used : uses.getOrDefault(room, Set.of())) {
            floor = Math.max(floor, 1 + floor(used, way));
        }
        way.remove(room);
        floors.put(room, floor);
        return floor;
    }

    int floors() {
        return floors.values().stream().max(Comparator.naturalOrder()).orElse(0);
    }

    String drawn(String title) {
        return """
                @startuml
                ' Drawn from the classes. Do not edit: see CONTRIBUTING.md.
                !include style.iuml
                title %s\\n<size:12>an arrow: uses; arrows that follow from others are left out</size>

                %s
                %s
                @enduml
                """.formatted(title, drawnFloors(), drawnArrows());
    }

    private String drawnFloors() {
        return Stream.iterate(floors(), floor -> floor > 0, floor -> floor - 1)
                .map(floor -> "rectangle \"floor " + floor + "\" {\n" + drawnRooms(floor) + "}")
                .collect(joining("\n"));
    }

    private String drawnRooms(int floor) {
        return uses.keySet().stream()
                .filter(room -> floors.get(room) == floor)
                .map(room -> "  rectangle \"" + room + "\" as " + id(room) + "\n")
                .collect(joining());
    }

    private String drawnArrows() {
        return uses.keySet().stream()
                .flatMap(room -> uses.get(room).stream()
                        .filter(used -> !reachesByAnother(room, used))
                        .map(used -> id(room) + " --> " + id(used)))
                .collect(joining("\n"));
    }

    private boolean reachesByAnother(String room, String used) {
        return uses.get(room).stream().anyMatch(other -> !other.equals(used) && reaches(other, used));
    }

    private boolean reaches(String room, String used) {
        return room.equals(used) || uses.getOrDefault(room, Set.of()).stream().anyMatch(next -> reaches(next, used));
    }

    private static String id(String room) {
        return room.replace('.', '_');
    }
}
