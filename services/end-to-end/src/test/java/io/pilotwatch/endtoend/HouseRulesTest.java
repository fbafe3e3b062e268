package io.pilotwatch.endtoend;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.ws.rs.HttpMethod;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Outgoing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The house rules that a compiled class can break. Each message says what to do instead. */
class HouseRulesTest {

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.pilotwatch");

    private static final String[] SERVICES = {
        "io.pilotwatch.intake..",
        "io.pilotwatch.milestone..",
        "io.pilotwatch.compliancealert..",
        "io.pilotwatch.reporting.."
    };

    private static final Set<String> CLOCK_READERS = Set.of(
            "java.time.Instant.now()",
            "java.time.LocalDate.now()",
            "java.time.LocalDate.now(java.time.ZoneId)",
            "java.time.LocalDateTime.now()",
            "java.time.LocalDateTime.now(java.time.ZoneId)",
            "java.time.OffsetDateTime.now()",
            "java.time.OffsetDateTime.now(java.time.ZoneId)",
            "java.time.ZonedDateTime.now()",
            "java.time.ZonedDateTime.now(java.time.ZoneId)",
            "java.lang.System.currentTimeMillis()",
            "java.util.UUID.randomUUID()",
            "java.lang.Math.random()");

    @Test
    void everyServiceIsLookedAt() {
        for (var service : SERVICES) {
            assertTrue(HOUSE.stream().anyMatch(c -> c.getPackageName().startsWith(service.replace("..", ""))), service);
        }
    }

    @Test
    void contractsDependOnJavaOnly() {
        check(
                classes()
                        .that()
                        .resideInAPackage("io.pilotwatch.contracts..")
                        .should()
                        .onlyDependOnClassesThat(resideInAnyPackage("java..", "io.pilotwatch.contracts..")),
                "move what needs a library to platform");
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake", "milestone", "compliancealert", "reporting"})
    void aCoreDependsOnJavaAndContractsOnly(String service) {
        var core = "io.pilotwatch." + service + "..core..";
        check(
                classes()
                        .that()
                        .resideInAPackage(core)
                        .should()
                        .onlyDependOnClassesThat(resideInAnyPackage("java..", "io.pilotwatch.contracts..", core)),
                "hand the value in as an argument from the shell");
    }

    @Test
    void timeAndIdsComeFromOutside() {
        check(
                noClasses()
                        .that()
                        .resideInAnyPackage(SERVICES)
                        .or()
                        .resideInAPackage("io.pilotwatch.contracts..")
                        .should()
                        .callCodeUnitWhere(DescribedPredicate.describe(
                                "reads the clock or makes an id",
                                call -> CLOCK_READERS.contains(nameOf(call.getTarget()))))
                        .orShould()
                        .dependOnClassesThat()
                        .haveNameMatching("java\\.util\\.(concurrent\\.ThreadLocal|Splittable|)Random")
                        .orShould()
                        .callMethodWhere(DescribedPredicate.describe(
                                "makes a clock",
                                call -> call.getTargetOwner().isEquivalentTo(java.time.Clock.class)
                                        && call.getName().startsWith("system"))),
                "inject java.time.Clock and platform's Ids; a core takes the time as an argument");
    }

    @Test
    void onlyPlatformSendsToKafka() {
        check(
                noClasses()
                        .that()
                        .resideInAnyPackage(SERVICES)
                        .should()
                        .dependOnClassesThat()
                        .areAssignableTo(Producer.class)
                        .orShould()
                        .dependOnClassesThat()
                        .areAssignableTo(Emitter.class)
                        .orShould()
                        .beAnnotatedWith(Outgoing.class),
                "add the event to the Outbox inside the transaction");
    }

    @Test
    void anIncomingMethodOnlyCallsTheInbox() {
        check(
                methods().that().areAnnotatedWith(Incoming.class).should(onlyCallTheInbox()),
                "call inbox.accept(records, this::handle) and nothing else");
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake", "milestone", "compliancealert", "reporting"})
    void noServiceDependsOnAnother(String service) {
        var own = "io.pilotwatch." + service + "..";
        var others = Stream.of(SERVICES).filter(s -> !s.equals(own)).toArray(String[]::new);
        check(
                noClasses()
                        .that()
                        .resideInAPackage(own)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(others),
                "listen to its events");
    }

    @Test
    void rowsNeverLeaveTheirPackage() {
        check(
                classes()
                        .that(areRowsOfTheDatabase())
                        .should()
                        .bePackagePrivate()
                        .orShould()
                        .bePrivate(),
                "translate the row to the state and give that away");
    }

    @Test
    void everyHttpMethodHasARole() {
        check(
                methods().that().areMetaAnnotatedWith(HttpMethod.class).should(haveARole()),
                "say @RolesAllowed on it, or @PermitAll with the reason");
    }

    @Test
    void whatIsNeededComesThroughTheConstructor() {
        check(
                fields().that(alwaysTrue()).should().notBeAnnotatedWith(Inject.class),
                "take it as a constructor argument");
        check(
                constructors()
                        .that()
                        .areDeclaredInClassesThat()
                        .areAnnotatedWith(ApplicationScoped.class)
                        .should(takeAtMostFiveThings()),
                "a class that needs more than five things does more than one");
    }

    @Test
    void namesSayWhatAThingIs() {
        check(
                noClasses()
                        .should()
                        .haveNameMatching(".*(Service|Manager|Helper|Util|Utils|Impl|DTO|Dto)(\\$.*)?$")
                        .orShould()
                        .haveNameMatching(".*\\.Abstract\\w*$"),
                "name the thing that it is in the programme's own words");
    }

    private static void check(ArchRule rule, String instead) {
        rule.because(instead).allowEmptyShould(true).check(HOUSE);
    }

    /** A core may speak of the rows of an imported list: those are facts, not the database's. */
    private static DescribedPredicate<JavaClass> areRowsOfTheDatabase() {
        return DescribedPredicate.describe(
                "are rows of the database",
                c -> c.isAnnotatedWith(Entity.class)
                        || c.getSimpleName().endsWith("Row")
                                && !c.getPackageName().endsWith(".core"));
    }

    private static String nameOf(CodeUnitCallTarget target) {
        return target.getFullName();
    }

    private static ArchCondition<JavaMethod> onlyCallTheInbox() {
        return condition(
                "only call the inbox",
                method -> method.getCallsFromSelf().stream()
                        .filter(call -> !call.getTarget().getOwner().getName().equals("io.pilotwatch.platform.Inbox"))
                        .map(call -> method.getFullName() + " calls "
                                + call.getTarget().getFullName())
                        .toList());
    }

    private static ArchCondition<JavaMethod> haveARole() {
        return condition(
                "have a role",
                method -> Stream.of(RolesAllowed.class, PermitAll.class, DenyAll.class)
                                .anyMatch(role -> method.isAnnotatedWith(role)
                                        || method.getOwner().isAnnotatedWith(role))
                        ? List.of()
                        : List.of(method.getFullName() + " has no role"));
    }

    private static <T extends JavaCodeUnit> ArchCondition<T> takeAtMostFiveThings() {
        return condition(
                "take at most five things",
                unit -> unit.getRawParameterTypes().size() <= 5 ? List.of() : List.of(unit.getFullName()));
    }

    private interface Violations<T> {
        List<String> of(T item);
    }

    private static <T> ArchCondition<T> condition(String description, Violations<? super T> violations) {
        return new ArchCondition<>(description) {
            @Override
            public void check(T item, ConditionEvents events) {
                violations.of(item).forEach(v -> events.add(SimpleConditionEvent.violated(item, v)));
            }
        };
    }

    @Test
    void theRulesCanBeBroken() {
        var breach = new ClassFileImporter().importClasses(Breaches.class);
        var failures = 0;
        for (var rule : List.of(
                fields().should().notBeAnnotatedWith(Inject.class),
                methods().that().areMetaAnnotatedWith(HttpMethod.class).should(haveARole()),
                methods().that().areAnnotatedWith(Incoming.class).should(onlyCallTheInbox()))) {
            failures += rule.evaluate(breach).hasViolation() ? 1 : 0;
        }
        assertEquals(3, failures);
    }

    /** Breaks the rules on purpose, so that a rule that cannot fail is noticed. */
    static class Breaches {
        @Inject
        Clock clock;

        @jakarta.ws.rs.GET
        public String open() {
            return "";
        }

        @Incoming("events")
        public void receive(String record) {
            open();
        }

        interface Clock {}
    }
}
