package dev.ddlint.engine;

import dev.ddlint.engine.Result.Unparsed;
import dev.ddlint.finding.Finding;
import dev.ddlint.finding.Silenced;
import dev.ddlint.ir.Dialect;
import dev.ddlint.ir.DoBlock;
import dev.ddlint.ir.Statement;
import dev.ddlint.ir.Unrecognized;
import dev.ddlint.text.Order;
import dev.ddlint.text.Place;
import dev.ddlint.text.SourceFile;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A run's result while it grows. */
final class Tally {
  private static final Comparator<Finding> IN_ORDER = Order.by((Finding f) -> f.place().file().path())
      .thenComparing(f -> f.place().span()).thenComparing(Finding::rule).thenComparing(f -> f.object().name());

  private final List<Finding> findings = new ArrayList<>();
  private final List<Silenced> silenced = new ArrayList<>();
  private final Set<String> editable = new HashSet<>();
  private final List<Unparsed> unparsed = new ArrayList<>();
  private final Map<Dialect, Integer> foreign = new EnumMap<>(Dialect.class);
  private final Map<String, List<Span>> scripts = new HashMap<>();
  private final List<String> problems = new ArrayList<>();
  private final List<String> notices = new ArrayList<>();
  private List<String> unused = List.of();
  private Map<String, Integer> testData = Map.of();
  private int files;
  private int statements;

  void finding(Finding finding) {
    findings.add(finding);
  }

  void silenced(Silenced finding) {
    silenced.add(finding);
  }

  void editable(String path) {
    editable.add(path);
  }

  void problems(List<String> more) {
    problems.addAll(more);
  }

  void notices(List<String> more) {
    notices.addAll(more);
  }

  void unused(List<String> entries) {
    unused = entries;
  }

  void foreign(Dialect dialect, int count) {
    foreign.merge(dialect, count, Integer::sum);
  }

  void testData(Map<String, Integer> passedOver) {
    testData = passedOver;
  }

  /** Counts a file with its statements, those in DO blocks too. */
  void file(SourceFile file, List<Statement> held) {
    files++;
    scripts.put(file.path(), held.stream().map(Statement::span).toList());
    held.forEach(statement -> statement(statement, file));
  }

  /** Counts a file whose declarations are no statements. */
  void file(SourceFile file, int declarations, List<Unrecognized> errors) {
    files++;
    statements += declarations;
    errors.forEach(error -> unparsed(error, file));
  }

  private void statement(Statement statement, SourceFile file) {
    statements++;
    if (statement instanceof Unrecognized unrecognized) {
      unparsed(unrecognized, file);
    } else if (statement instanceof DoBlock block) {
      block.statements().forEach(embedded -> statement(embedded.statement(), file));
    }
  }

  private void unparsed(Unrecognized statement, SourceFile file) {
    unparsed.add(new Unparsed(new Place(file, statement.at()), statement.reason()));
  }

  List<String> problems() {
    return problems;
  }

  Result result() {
    findings.sort(IN_ORDER);
    silenced.sort(Order.by(Silenced::finding, IN_ORDER));
    unparsed.sort(Order.by((Unparsed u) -> u.place().file().path()).thenComparing(u -> u.place().span()));
    return new Result(List.copyOf(findings), Set.copyOf(editable), files, statements, statements - unparsed.size(),
        List.copyOf(unparsed), Collections.unmodifiableMap(new EnumMap<>(foreign)), testData, List.copyOf(problems),
        List.copyOf(notices), unused, List.copyOf(silenced), Map.copyOf(scripts));
  }
}
