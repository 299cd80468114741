package dev.ddlint.rule;

import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.NameWords;
import dev.ddlint.catalog.Table;
import dev.ddlint.text.Place;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A column of a schema under audit that its table has itself, as rules about single columns look at it. */
public record OwnColumn(Schema schema, Table table, Column column) {
  private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar", "citext");
  private static final Set<String> INTEGERS = Set.of("int2", "int4", "int8");

  /** All of them; what partitions and other heirs have from their parents, or LIKE copied, is its origin's. */
  public static List<OwnColumn> of(Schema schema) {
    List<OwnColumn> columns = new ArrayList<>();
    Set<Place> seen = new HashSet<>();
    for (Table table : schema.tables()) {
      if (table.kind() != Table.Kind.PARTITION) {
        table.columns().stream()
            .filter(column -> column.origin().migration() >= 0 && seen.add(column.origin().place()))
            .forEach(column -> columns.add(new OwnColumn(schema, table, column)));
      }
    }
    return columns;
  }

  /**
   * These, and besides those that a migration adds to a table which the history does not tell, or drops again: for what
   * depends on the column alone.
   */
  public static List<OwnColumn> ofAny(Schema schema) {
    List<OwnColumn> columns = new ArrayList<>(of(schema));
    schema.catalog().tables().values().stream().filter(table -> !table.isKnown())
        .forEach(table -> table.columns().stream().filter(column -> column.origin().migration() >= 0)
            .forEach(column -> columns.add(new OwnColumn(schema, table, column))));
    schema.passing().forEach(passing -> columns.add(new OwnColumn(schema, passing.table(), passing.column())));
    return columns;
  }

  /** The words of its name, in lower case. */
  public List<String> words() {
    return NameWords.of(column.name());
  }

  /** Whether it is of the built-in type of this internal name, no array. */
  public boolean is(String type) {
    return column.type().filter(t -> t.is(type)).isPresent();
  }

  /** Whether it holds character strings. */
  public boolean isText() {
    return column.type().filter(t -> !t.isArray() && t.user().isEmpty() && TEXTS.contains(t.name().name())).isPresent();
  }

  public boolean isInteger() {
    return column.type().filter(t -> !t.isArray() && t.user().isEmpty() && INTEGERS.contains(t.name().name()))
        .isPresent();
  }

  /** As messages name it: {@code users.email}. */
  public String path() {
    return table.displayName() + "." + column.name();
  }

  /** Begins a finding at the column's definition, or its field. */
  public Findings.Report report(Findings findings) {
    return findings.report(column.origin().place()).about(Subject.column(table, column.name()));
  }

  /** Begins a finding at the column's type, where it was given last. */
  public Findings.Report reportType(Findings findings) {
    return findings.report(column.typed().place()).about(Subject.column(table, column.name()));
  }

  /** Begins a finding at the column's name where it was made. */
  public Findings.Report reportName(Findings findings) {
    Place place = column.origin().place();
    Span name = new Span(place.span().start(), place.span().start() + nameLength(place.text()));
    return findings.report(new Place(place.file(), name)).about(Subject.column(table, column.name()));
  }

  private static int nameLength(String definition) {
    if (definition.startsWith("\"")) {
      return definition.indexOf('"', 1) + 1;
    }
    int end = 0;
    while (end < definition.length() && !Character.isWhitespace(definition.charAt(end))) {
      end++;
    }
    return end;
  }

  /** As the schema writes it: the column's name, or the field's in Prisma. */
  public String written() {
    return schema.isPrisma() ? new PrismaText(schema).field(table, column) : column.name();
  }
}
