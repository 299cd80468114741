package dev.ddlint.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Index;
import dev.ddlint.catalog.Table;
import dev.ddlint.config.Configuration;
import dev.ddlint.finding.Finding;
import dev.ddlint.finding.Level;
import dev.ddlint.project.Everything;
import dev.ddlint.project.Found;
import dev.ddlint.project.Migration;
import dev.ddlint.project.Project;
import dev.ddlint.project.ProjectFinder;
import dev.ddlint.project.Review;
import dev.ddlint.project.Selection;
import dev.ddlint.project.Standing;
import dev.ddlint.rule.RuleIndex;
import dev.ddlint.rule.RuleKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Half of each history is staged at once. What is new there is a matter of the objects that the staged half makes, and of
 * nothing else: an error about an object that was there at the base speaks as it does when each migration is judged on its
 * own day, and nothing is an error that is none on its day.
 */
class StagedTogetherTest {
  private static final RuleIndex INDEX = RuleIndex.load();

  @TestFactory
  Stream<DynamicTest> noHazardGoesSilent() {
    Path corpus = Corpus.folder();
    Found found = ProjectFinder.find(Everything.in(corpus), corpus);
    return found.selections().stream().filter(selection -> selection.project().migrations().size() > 3)
        .map(selection -> DynamicTest.dynamicTest(selection.project().name(), () -> compare(selection.project())));
  }

  private static void compare(Project project) throws InterruptedException {
    List<Migration> migrations = project.migrations();
    List<Migration> staged = migrations.subList(migrations.size() / 2, migrations.size());
    Set<Path> files = staged.stream().map(Migration::file).collect(Collectors.toCollection(LinkedHashSet::new));
    Review review = new Review("main", files, Map.of(), Map.of(), Set.of(), List.of());
    Map<String, Finding> alone = errors(new Selection(project, files));
    Map<String, Finding> together = errors(new Selection(project, files, new Standing(review, migrations)));
    Objects objects = Objects.of(project, migrations.size() / 2);
    List<String> silent = new ArrayList<>();
    alone.forEach((key, finding) -> {
      if (!together.containsKey(key) && objects.areOld(finding)) {
        silent.add(key);
      }
    });
    assertThat(silent).as("speaks on its own day, about what was there at the base").isEmpty();
    together.values().removeIf(finding -> isTakenIn(finding, alone.values()));
    assertThat(alone.keySet()).as("speaks together").containsAll(together.keySet());
  }

  /** Alone another rule spoke for it, of something that the unit itself has made. */
  private static boolean isTakenIn(Finding finding, Collection<Finding> alone) {
    return alone.stream().filter(other -> other.place().file().path().equals(finding.place().file().path()))
        .filter(other -> table(other).equals(table(finding)))
        .anyMatch(other -> INDEX.byId(other.rule()).orElseThrow().takesIn().contains(finding.rule()));
  }

  /** The table of a column or constraint. */
  private static String table(Finding finding) {
    String name = finding.object().name();
    return finding.object().kind().equals("table") ? name : name.substring(0, Math.max(0, name.lastIndexOf('.')));
  }

  /** The errors of the migrations, by place, rule and object; those about the schema at the end do not depend on days. */
  private static Map<String, Finding> errors(Selection selection) throws InterruptedException {
    Found one = new Found(List.of(selection), List.of(), List.of());
    Map<String, Finding> errors = new TreeMap<>();
    for (Finding finding : Linter.lint(one, INDEX, Configuration.DEFAULT).findings()) {
      RuleKind kind = INDEX.byId(finding.rule()).orElseThrow().kind();
      if (finding.level() == Level.ERROR && kind != RuleKind.HISTORY) {
        errors.put(finding.place() + " " + finding.rule() + " " + finding.object(), finding);
      }
    }
    return errors;
  }

  /**
   * When each object first came to be.
   *
   * @param first by name, the ordinal of the migration
   * @param tables the tables of indexes, by the index's name
   */
  private record Objects(int base, Map<String, Integer> first, Map<String, String> tables,
      Map<String, Integer> ordinals) {

    static Objects of(Project project, int base) throws InterruptedException {
      Objects objects = new Objects(base, new HashMap<>(), new HashMap<>(), new HashMap<>());
      FileReader reader = new FileReader(project, Map.of(), Optional.empty(), Map.of());
      HistoryLinter history = new HistoryLinter(new Selection(project, Set.of()),
          new ActiveRules(RuleIndex.none(), Configuration.DEFAULT), Configuration.DEFAULT.settings(),
          SchemaAudit.configured(Configuration.DEFAULT), new Downs(project, reader::read));
      for (int i = 0; i < project.migrations().size(); i++) {
        Migration migration = project.migrations().get(i);
        objects.ordinals().put(migration.shownPath(), i);
        if (reader.read(migration) instanceof ReadFile.Parsed parsed) {
          history.migrate(parsed, false);
        }
        objects.note(history.state().catalog(), i);
      }
      return objects;
    }

    private void note(Catalog catalog, int ordinal) {
      for (Table table : catalog.tables().values()) {
        String name = table.schema() + "." + table.name();
        if (table.isKnown()) {
          first.putIfAbsent(name, ordinal);
          table.columns().forEach(column -> first.putIfAbsent(name + "." + column.name(), ordinal));
          table.constraints().forEach(constraint -> first.putIfAbsent(name + "." + constraint.name(), ordinal));
        }
        for (Index index : catalog.indexesOf(table)) {
          first.putIfAbsent(index.schema() + "." + index.name(), ordinal);
          tables.putIfAbsent(index.schema() + "." + index.name(), name);
        }
      }
    }

    /** Whether neither the object of a finding nor its table was made by an earlier one of the staged migrations. */
    boolean areOld(Finding finding) {
      String name = finding.object().name();
      int last = name.lastIndexOf('.');
      int ordinal = ordinals.get(finding.place().file().path());
      return Stream
          .of(name, tables.getOrDefault(name, name), last < 0 ? name : name.substring(0, last), altered(finding))
          .mapToInt(object -> first.getOrDefault(object, 0)).allMatch(made -> made < base || made >= ordinal);
    }

    /** The table of the clause: a type is not new, but rows of a new table hold none of its values. */
    private static String altered(Finding finding) {
      String before = finding.place().file().text().substring(0, finding.place().span().start());
      Matcher table = Pattern.compile("(?i)ALTER TABLE (?:ONLY )?\"(\\w+)\"").matcher(before);
      String name = finding.object().name();
      while (table.find()) {
        name = "public." + table.group(1);
      }
      return finding.object().kind().equals("type") ? name : finding.object().name();
    }
  }
}
