package dev.ddlint;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Packages form one direction of flow: each may use those before it in the list, never those behind it. */
class ArchitectureTest {
  private static final String ROOT = "dev.ddlint.";
  private static final List<String> FLOW = List.of("text", "ir", "parse", "print", "catalog", "prisma", "project",
      "physics", "finding", "rule", "config", "engine", "report", "cli");

  private static JavaClasses product;

  @BeforeAll
  static void read() {
    product = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
        .importPackages("dev.ddlint");
  }

  @TestFactory
  List<DynamicTest> eachPackageUsesOnlyThoseBeforeIt() {
    return FLOW.stream().map(name -> DynamicTest.dynamicTest(name, () -> {
      String[] later = FLOW.subList(FLOW.indexOf(name) + 1, FLOW.size()).stream().map(l -> ROOT + l + "..")
          .toArray(String[]::new);
      if (later.length > 0) {
        noClasses().that().resideInAPackage(ROOT + name + "..").should().dependOnClassesThat()
            .resideInAnyPackage(later).check(product);
      }
    })).toList();
  }

  @Test
  void everyClassHasItsPlaceInTheFlow() {
    String[] all = FLOW.stream().map(name -> ROOT + name + "..").toArray(String[]::new);
    classes().should().resideInAnyPackage(all).check(product);
  }

  @Test
  void parsersDoNotLeak() {
    noClasses().that().resideOutsideOfPackage(ROOT + "parse..").should().dependOnClassesThat()
        .resideInAnyPackage("org.antlr..", "net.sf.jsqlparser..").check(product);
  }

  @Test
  void physicsAndFindingsKnowNothingOfOneAnother() {
    noClasses().that().resideInAPackage(ROOT + "finding..").should().dependOnClassesThat()
        .resideInAnyPackage(ROOT + "physics..", ROOT + "catalog..").check(product);
  }

  @Test
  void sarifAndJsonStayInTheReports() {
    noClasses().that().resideOutsideOfPackages(ROOT + "report..").should().dependOnClassesThat()
        .resideInAnyPackage("com.contrastsecurity..", "com.fasterxml..").check(product);
    noClasses().that().resideOutsideOfPackage(ROOT + "config..").should().dependOnClassesThat()
        .resideInAnyPackage("org.snakeyaml..").check(product);
  }

  /** Java's own are serializable lambdas, which no start-up archive holds: {@code text.Order} has what is needed. */
  @Test
  void orderingsCanBeArchived() {
    noClasses().should().callMethodWhere(target(nameMatching("comparing.*")).and(target(owner(assignableTo(
        Comparator.class).or(assignableTo(Map.Entry.class)))))).check(product);
  }
}
