package org.pizzaorders.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMembers;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.pizzaorders.messaging.EventConsumer;

/** How the parts of the application may depend on each other. Each rule is seen to fail in {@link PlantedViolationsTest}. */
final class ArchitectureRules {

    private static final Pattern INNER_PACKAGE = Pattern.compile(
            "org\\.pizzaorders\\.(?!shared)(\\w+)\\.(boundary|control|entity|channel|delivery|provider|text)(\\..*)?");

    /** The command-line program and the connector have a world of their own. */
    private static final String[] INFRASTRUCTURE = {"org.pizzaorders.local..", "org.pizzaorders.kafka.."};

    static final ArchRule PACKAGES_ARE_FREE_OF_CYCLES =
            slices().matching("org.pizzaorders.(**)").should().beFreeOfCycles();

    static final ArchRule ROOMS_OF_THE_CONNECTOR_KNOW_ONLY_THOSE_BELOW = Rooms.knowOnlyThoseBelow(
            "org.pizzaorders.kafka",
            "api",
            "client",
            "cci",
            "monitoring",
            "outbound",
            "inbound.failure",
            "inbound.config",
            "inbound.offset",
            "inbound.endpoint",
            "inbound.batch",
            "inbound.session",
            "inbound",
            "adapter");

    static final ArchRule ROOMS_OF_THE_CONNECTOR_HOLD_FIFTEEN_FILES =
            Rooms.holdFifteenFiles("org.pizzaorders.kafka..", "org.pizzaorders.planted..");

    /** What domain holds beside the components. */
    private static final String[] PLATFORM = {
        "org.pizzaorders.environment..",
        "org.pizzaorders.shared..",
        "org.pizzaorders.database..",
        "org.pizzaorders.work..",
        "org.pizzaorders.operations",
        "org.pizzaorders.breaker..",
        "org.pizzaorders.idempotency",
        "org.pizzaorders.messaging.."
    };

    static final ArchRule ROOMS_OF_THE_PLATFORM_KNOW_ONLY_THOSE_BELOW = Rooms.knowOnlyThoseBelow(
            List.of(
                    "org.pizzaorders.environment",
                    "org.pizzaorders.shared.text",
                    "org.pizzaorders.shared",
                    "org.pizzaorders.database",
                    "org.pizzaorders.work",
                    "org.pizzaorders.operations",
                    "org.pizzaorders.breaker",
                    "org.pizzaorders.idempotency",
                    "org.pizzaorders.messaging.event",
                    "org.pizzaorders.messaging.inbox",
                    "org.pizzaorders.messaging.outbox",
                    "org.pizzaorders.messaging.deadletter",
                    "org.pizzaorders.messaging"),
            PLATFORM);

    /** Of all modules. The {@code api} of a component is its contract, one file for each word of it, however many. */
    static final ArchRule ROOMS_HOLD_FIFTEEN_FILES =
            Rooms.holdFifteenFilesBut("org.pizzaorders.*.api", "org.pizzaorders..");

    static final ArchRule ROOMS_OF_THE_PLATFORM_HIDE_WHAT_NOBODY_ELSE_USES = Rooms.arePublicForOthersOnly(
            Set.of("InstantColumn", "PromptFailure", "CloudEvents", "ServiceHealth"),
            "org.pizzaorders.database..",
            "org.pizzaorders.work..",
            "org.pizzaorders.operations",
            "org.pizzaorders.messaging..");

    static final ArchRule ROOMS_OF_THE_LOCAL_RUN_KNOW_ONLY_THOSE_BELOW = Rooms.knowOnlyThoseBelow(
            List.of(
                    "org.pizzaorders.local.part",
                    "org.pizzaorders.local.files",
                    "org.pizzaorders.local.child",
                    "org.pizzaorders.local.database",
                    "org.pizzaorders.local.broker",
                    "org.pizzaorders.local.server",
                    "org.pizzaorders.local.server.payara",
                    "org.pizzaorders.local.server.wildfly",
                    "org.pizzaorders.local.server.micro",
                    "org.pizzaorders.local.simulator.books",
                    "org.pizzaorders.local.simulator.messages",
                    "org.pizzaorders.local.simulator.provider",
                    "org.pizzaorders.local.simulator",
                    "org.pizzaorders.local",
                    "org.pizzaorders.local.faults.plan",
                    "org.pizzaorders.local.faults.customer",
                    "org.pizzaorders.local.faults.evidence",
                    "org.pizzaorders.local.faults.check",
                    "org.pizzaorders.local.faults",
                    "org.pizzaorders.local.bench.load",
                    "org.pizzaorders.local.bench.cost",
                    "org.pizzaorders.local.bench.result",
                    "org.pizzaorders.local.bench.reference",
                    "org.pizzaorders.local.bench.lab",
                    "org.pizzaorders.local.bench.phase",
                    "org.pizzaorders.local.bench"),
            "org.pizzaorders.local..");

    static final ArchRule ROOMS_OF_THE_LOCAL_RUN_HOLD_FIFTEEN_FILES =
            Rooms.holdFifteenFiles("org.pizzaorders.local..", "org.pizzaorders.planted..");

    static final ArchRule ROOMS_OF_THE_LOCAL_RUN_HIDE_WHAT_NOBODY_ELSE_USES = Rooms.arePublicForOthersOnly(
            Set.of("Run", "TestServices", "FaultRun", "FaultRuns", "Report", "SimulatorMain", "Bench"),
            "org.pizzaorders.local..");

    static final ArchRule COMPONENTS_MEET_IN_API_ONLY = classes()
            .that()
            .resideOutsideOfPackages(INFRASTRUCTURE)
            .should(reachIntoNoOtherComponent())
            .because("components meet in events and in api");

    static final ArchRule API_IS_SELF_CONTAINED = classes()
            .that()
            .resideInAPackage("org.pizzaorders.*.api..")
            .and()
            .resideOutsideOfPackages(INFRASTRUCTURE)
            .should()
            .onlyDependOnClassesThat(describe(
                    "are of the JDK, of an api, or values",
                    type -> type.getPackageName().startsWith("java.")
                            || type.getPackageName().matches("org\\.pizzaorders\\.\\w+\\.api(\\..*)?")
                            || type.getPackageName().matches("org\\.pizzaorders\\.shared(\\.text)?")
                            || type.isPrimitive()
                            || type.isArray()));

    static final ArchRule ENTITIES_KNOW_NEITHER_BOUNDARY_NOR_CONTROL = noClasses()
            .that()
            .resideInAPackage("..entity..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..boundary..", "..control..");

    static final ArchRule CONTROL_DOES_NOT_KNOW_BOUNDARY = noClasses()
            .that()
            .resideInAPackage("..control..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..boundary..");

    static final ArchRule THE_ENTITY_MANAGER_STAYS_IN_CONTROL = noClasses()
            .that()
            .resideOutsideOfPackages("..control..", "org.pizzaorders.database", "org.pizzaorders.messaging")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(EntityManager.class)
            .because("boundaries speak to control; messaging uses the connection of the service's own, and no entity");

    static final ArchRule ENTITIES_HAVE_NO_SETTERS = methods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("..entity..")
            .should()
            .haveNameNotMatching("set[A-Z].*")
            .because("an aggregate changes by what it is asked to do, not by what it is made to be");

    static final ArchRule KAFKA_STAYS_IN_THE_CONNECTOR = noClasses()
            .that()
            .resideOutsideOfPackages(INFRASTRUCTURE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");

    static final ArchRule THE_WEB_CALLS_API_ONLY = noClasses()
            .that()
            .resideInAPackage("org.pizzaorders.web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..boundary..",
                    "..control..",
                    "..entity..",
                    "org.pizzaorders.notification.channel..",
                    "org.pizzaorders.notification.delivery..",
                    "org.pizzaorders.notification.sending..",
                    "org.pizzaorders.notification.text..",
                    "org.pizzaorders.payment.provider..",
                    "org.pizzaorders.messaging..");

    static final ArchRule THREADS_BELONG_TO_THE_CONTAINER = noClasses()
            .that()
            .resideOutsideOfPackage("org.pizzaorders.local..")
            .should()
            .callConstructorWhere(target(HasOwner.Predicates.With.owner(assignableTo(Thread.class))))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Executors.class)
            .orShould(callMethodWhere(target(nameMatching("sleep"))
                    .and(target(HasOwner.Predicates.With.owner(assignableTo(Thread.class))))));

    static final ArchRule TIME_COMES_FROM_A_CLOCK = noClasses()
            .that()
            .resideOutsideOfPackage("org.pizzaorders.local..")
            .should(callMethodWhere(describe(
                    "ask the wall clock",
                    (JavaMethodCall call) -> (call.getTarget().getName().equals("now")
                                    && call.getTarget()
                                            .getOwner()
                                            .getPackageName()
                                            .startsWith("java.time")
                                    && rawParameterTypes(new Class<?>[0]).test(call.getTarget()))
                            || call.getTarget().getFullName().startsWith("java.lang.System.currentTimeMillis("))));

    static final ArchRule CONSUMERS_LOOK_UP_THEIR_READER = noMembers()
            .that()
            .areAnnotatedWith(Inject.class)
            .should()
            .beDeclaredInClassesThat(JavaClass.Predicates.belongTo(annotatedWith(MessageDriven.class))
                    .or(assignableTo(EventConsumer.class)))
            .because(
                    "a first delivery while Payara starts the web application breaks the deployment, see EventConsumer");

    static final ArchRule OUTPUT_GOES_TO_THE_LOG = noClasses()
            .that()
            .resideOutsideOfPackage("org.pizzaorders.local..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould(callMethodWhere(target(nameMatching("printStackTrace"))));

    private ArchitectureRules() {}

    private static DescribedPredicate<JavaClass> assignableTo(Class<?> type) {
        return JavaClass.Predicates.assignableTo(type);
    }

    private static ArchCondition<JavaClass> reachIntoNoOtherComponent() {
        return new ArchCondition<>("reach into no other component than by its api") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    var inner =
                            INNER_PACKAGE.matcher(dependency.getTargetClass().getPackageName());
                    if (inner.matches()
                            && !type.getPackageName().startsWith("org.pizzaorders." + inner.group(1) + ".")) {
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                    }
                }
            }
        };
    }
}
