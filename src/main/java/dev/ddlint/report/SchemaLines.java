package dev.ddlint.report;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Constraint;
import dev.ddlint.catalog.Index;
import dev.ddlint.catalog.Policy;
import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.UserType;
import dev.ddlint.print.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A schema as tab-separated lines, one an object: {@code table}, {@code column}, {@code primary-key}, {@code unique},
 * {@code exclude}, {@code index}, {@code constraint-index}, {@code foreign-key}, {@code check}, {@code enum},
 * {@code domain}, {@code sequence}, {@code view}, {@code materialized-view}, {@code rls}, {@code policy},
 * {@code trigger}. Names are raw; a tab, a line end or a backslash inside of a cell is escaped by a backslash; what is
 * absent is a hyphen.
 */
final class SchemaLines {
  /** UTF-16 order puts characters beyond the basic plane before some within it. */
  private static final Comparator<String> BY_CODE_POINT = (a, b) -> {
    int[] first = a.codePoints().toArray();
    int[] second = b.codePoints().toArray();
    return java.util.Arrays.compare(first, second);
  };

  private final Catalog catalog;
  private final SchemaText text;
  private final List<String> lines = new ArrayList<>();

  SchemaLines(Catalog catalog) {
    this.catalog = catalog;
    this.text = new SchemaText(catalog);
  }

  List<String> all() {
    catalog.tables().values().forEach(this::relation);
    catalog.types().values().forEach(this::type);
    catalog.sequences().values().stream().filter(s -> s.owner().isEmpty())
        .forEach(s -> line("sequence", s.schema() + "." + s.name()));
    lines.sort(BY_CODE_POINT);
    return lines;
  }

  private void line(String kind, String... cells) {
    StringBuilder line = new StringBuilder(kind);
    for (String cell : cells) {
      line.append('\t').append(escaped(cell));
    }
    lines.add(line.toString());
  }

  private void relation(Table table) {
    if (table.isTemporary()) {
      return;
    }
    if (table.isKnown()) {
      made(table);
    }
    table.indexes().stream().map(catalog::index).flatMap(Optional::stream).forEach(index -> index(table, index));
    table.constraints().forEach(constraint -> constraint(table, constraint));
    table.policies().forEach(policy -> policy(table, policy));
    table.triggers().forEach(trigger -> line("trigger", SchemaText.name(table), trigger.name()));
    if (table.rowSecurity() || table.rowSecurityForced()) {
      line("rls", SchemaText.name(table), yes(table.rowSecurity()), yes(table.rowSecurityForced()));
    }
  }

  private void made(Table table) {
    String name = SchemaText.name(table);
    switch (table.kind()) {
      case VIEW -> line("view", name);
      case MATERIALIZED_VIEW -> line("materialized-view", name);
      case ORDINARY -> line("table", name, "r");
      case PARTITIONED -> line("table", name, "p");
      case PARTITION -> line("table", name, "partition");
      case FOREIGN -> line("table", name, "f");
    }
    if (!table.kind().isView()) {
      table.columns().forEach(column -> column(table, column));
    }
  }

  private void column(Table table, Column column) {
    line("column", SchemaText.name(table) + "." + column.name(), text.type(column),
        column.notNull() ? "notnull" : "null", SchemaText.value(column).orElse("-"), SchemaText.generation(column));
  }

  private void index(Table table, Index index) {
    line(index.constraint().isPresent() ? "constraint-index" : "index", SchemaText.name(table), index.name(),
        index.unique() ? "unique" : "plain", index.method(), String.join(" | ", text.keys(table, index)),
        included(table, index), index.predicate().map(p -> "(" + SchemaText.normal(p) + ")").orElse("-"));
  }

  private static String included(Table table, Index index) {
    return index.include().isEmpty()
        ? "-"
        : table.names(index.include()).stream().map(Names::of)
            .collect(Collectors.joining(" | "));
  }

  private static String columns(Table table, List<Integer> numbers) {
    return numbers.isEmpty() ? "-" : String.join(",", table.names(numbers));
  }

  private void constraint(Table table, Constraint constraint) {
    String name = SchemaText.name(table);
    switch (constraint) {
      case Constraint.Key key ->
        line(key.primary() ? "primary-key" : "unique", name, columns(table, key.columns()), key.name());
      case Constraint.ForeignKey key -> foreignKey(table, key);
      case Constraint.Check check ->
        line("check", name, check.name(), yes(check.validated()), SchemaText.check(check));
      case Constraint.Exclusion exclusion -> line("exclude", name, exclusion.name(), exclusion.definition());
      case Constraint.NotNull notNull -> {
      }
    }
  }

  private void foreignKey(Table table, Constraint.ForeignKey key) {
    String target = catalog.table(key.target()).map(t -> columns(t, key.targetColumns())).orElse("-");
    line("foreign-key", SchemaText.name(table), key.name(), columns(table, key.columns()), text.name(key.target()),
        target, key.onDelete().sql(), key.onUpdate().sql(), yes(key.validated()));
  }

  private void policy(Table table, Policy policy) {
    line("policy", SchemaText.name(table), policy.name(), policy.command().toUpperCase(Locale.ROOT),
        policy.permissive() ? "permissive" : "restrictive", String.join(",", policy.roles()),
        policy.using().map(e -> "(" + SchemaText.normal(e) + ")").orElse("-"),
        policy.withCheck().map(e -> "(" + SchemaText.normal(e) + ")").orElse("-"));
  }

  private void type(UserType type) {
    String name = type.schema() + "." + type.name();
    switch (type.kind()) {
      case ENUM -> lines.add("enum\t" + escaped(name) + "\t" + type.values().stream()
          .map(value -> escaped(value).replace(",", "\\,")).collect(Collectors.joining(",")));
      case DOMAIN -> line("domain", name);
      case COMPOSITE, RANGE, OTHER -> {
      }
    }
  }

  private static String escaped(String cell) {
    return cell.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
  }

  private static String yes(boolean value) {
    return value ? "yes" : "no";
  }
}
