package org.pizzaorders.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Rules for packages as rooms: how many files one holds, and which others it may know. */
final class Rooms {

    private static final int FILES = 15;

    private Rooms() {}

    /** @param rooms below {@code root}, each of which may know those named before it; the lowest first */
    static ArchRule knowOnlyThoseBelow(String root, String... rooms) {
        List<String> fromBelow =
                Arrays.stream(rooms).map(room -> root + "." + room).toList();
        return knowOnlyThoseBelow(fromBelow, root + "..");
    }

    /** The same for packages that are neighbours of others, which are no business of this rule. */
    static ArchRule knowOnlyThoseBelow(List<String> fromBelow, String... packages) {
        return classes()
                .that()
                .resideInAnyPackage(packages)
                .should(new ArchCondition<>("be of a room that is named, and know only rooms below it") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        int floor = floor(fromBelow, type);
                        if (floor < 0) {
                            events.add(SimpleConditionEvent.violated(type, type.getName() + " is in no room"));
                        }
                        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                            if (floor(fromBelow, dependency.getTargetClass()) > floor) {
                                events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                            }
                        }
                    }
                });
    }

    private static int floor(List<String> rooms, JavaClass type) {
        return rooms.stream()
                .filter(room -> (type.getPackageName() + ".").startsWith(room + "."))
                .max(Comparator.comparingInt(String::length))
                .map(rooms::indexOf)
                .orElse(-1);
    }

    /** Top-level classes, each of which is a file; what is nested is in one of those. */
    static ArchRule holdFifteenFiles(String... packages) {
        return holdFifteenFilesBut("", packages);
    }

    /** @param contracts packages that may hold more */
    static ArchRule holdFifteenFilesBut(String contracts, String... packages) {
        return classes()
                .that()
                .resideInAnyPackage(packages)
                .and()
                .resideOutsideOfPackage(contracts)
                .should(new ArchCondition<>("have no more than " + FILES + " files in their package") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        long files = type.getPackage().getClasses().stream()
                                .filter(each -> !each.isArray())
                                .map(JavaClass::getName)
                                .filter(name -> !name.contains("$") && !name.endsWith(".package-info"))
                                .distinct()
                                .count();
                        if (files > FILES) {
                            String crowd = type.getPackageName() + " has " + files + " files";
                            events.add(SimpleConditionEvent.violated(type, crowd));
                        }
                    }
                });
    }

    /**
     * What is used in its own package only may stay there.
     *
     * @param besides what classes do not tell: named in a descriptor, a constant that the compiler copies, or in the
     *     signature of a bean's method, which a server's proxy of another package has to see
     */
    static ArchRule arePublicForOthersOnly(Set<String> besides, String... packages) {
        return classes()
                .that()
                .resideInAnyPackage(packages)
                .and()
                .arePublic()
                .and()
                .areTopLevelClasses()
                .should(new ArchCondition<>("be used by another package, as they are public") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        boolean used = type.getDirectDependenciesToSelf().stream()
                                .anyMatch(from ->
                                        !from.getOriginClass().getPackageName().equals(type.getPackageName()));
                        if (!used && !besides.contains(type.getSimpleName())) {
                            events.add(SimpleConditionEvent.violated(type, type.getName() + " is used here only"));
                        }
                    }
                });
    }
}
