// SPDX-License-Identifier: AGPL-3.0-only
package org.guidang;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/** Who may know whom (docs/architecture.md, section 2). */
@AnalyzeClasses(packages = "org.guidang", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {

    /** From the ground up: a domain may know those before it. */
    private static final List<String> DOMAINS = List.of(
            "shared",
            "organization",
            "catalog",
            "audit",
            "notice",
            "issuing",
            "certificate",
            "seal",
            "evidence",
            "intake",
            "packaging",
            "detection",
            "registry",
            "transfer",
            "storage",
            "preservation",
            "accession",
            "access",
            "supervision");

    @ArchTest
    static final ArchRule a_domain_knows_only_those_below_it = classes()
            .that(resideInAPackage("org.guidang.."))
            .should(new ArchCondition<>("know only domains below") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    int own = rank(type);
                    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                        JavaClass known = dependency.getTargetClass();
                        if (known.getPackageName().startsWith("org.guidang") && rank(known) > own) {
                            events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                        }
                    }
                }
            });

    @ArchTest
    static final ArchRule the_core_knows_no_container = noClasses()
            .that()
            .resideInAPackage("..core..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.ejb..",
                    "jakarta.enterprise..",
                    "jakarta.faces..",
                    "jakarta.inject..",
                    "jakarta.servlet..",
                    "jakarta.ws.rs..");

    @ArchTest
    static final ArchRule pages_and_resources_decide_nothing = noClasses()
            .that()
            .resideInAnyPackage("..web..", "..rest..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..control..", "java.sql..")
            .orShould()
            .dependOnClassesThat()
            .haveSimpleNameEndingWith("Repository")
            .orShould()
            .dependOnClassesThat()
            .haveSimpleName("EntityManager");

    @ArchTest
    static final ArchRule every_boundary_method_names_its_role = classes()
            .that()
            .resideInAPackage("..boundary..")
            .and()
            .areAnnotatedWith(jakarta.ejb.Stateless.class)
            .should(new ArchCondition<>("be annotated with roles, as a whole or method by method") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    if (named(
                            type.isAnnotatedWith(jakarta.annotation.security.RolesAllowed.class),
                            type.isAnnotatedWith(jakarta.annotation.security.PermitAll.class))) {
                        return;
                    }
                    type.getMethods().stream()
                            .filter(method -> method.getModifiers()
                                    .contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC))
                            .filter(method -> !named(
                                    method.isAnnotatedWith(jakarta.annotation.security.RolesAllowed.class),
                                    method.isAnnotatedWith(jakarta.annotation.security.PermitAll.class)))
                            .forEach(method -> events.add(
                                    SimpleConditionEvent.violated(method, method.getFullName() + " names no role")));
                }

                private boolean named(boolean rolesAllowed, boolean permitAll) {
                    return rolesAllowed || permitAll;
                }
            });

    private static int rank(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.");
        int rank = parts.length < 3 ? -1 : DOMAINS.indexOf(parts[2]);
        // Pages of the frame (org.guidang.web) and this test stand above all domains.
        return rank < 0 ? DOMAINS.size() : rank;
    }
}
