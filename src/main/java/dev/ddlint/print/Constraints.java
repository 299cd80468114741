package dev.ddlint.print;

import static dev.ddlint.print.SqlPrinter.words;

import dev.ddlint.ir.Deferral;
import dev.ddlint.ir.Reference;
import dev.ddlint.ir.ReferentialAction;
import dev.ddlint.ir.TableConstraint;
import java.util.stream.Collectors;

/** Prints constraints as ADD CONSTRAINT takes them. */
final class Constraints {

  private Constraints() {}

  static String print(TableConstraint constraint) {
    return words(SqlPrinter.named(constraint.name()), body(constraint), constraint.notValid() ? "NOT VALID" : "");
  }

  private static String body(TableConstraint constraint) {
    return switch (constraint) {
      case TableConstraint.Check c -> words("CHECK (" + c.condition().text() + ")", c.noInherit() ? "NO INHERIT" : "",
          c.notEnforced() ? "NOT ENFORCED" : "");
      case TableConstraint.Unique c -> words(c.primary() ? "PRIMARY KEY" : "UNIQUE", key(c),
          SqlPrinter.include(c.include()), deferral(c.deferral()));
      case TableConstraint.ForeignKey c -> words("FOREIGN KEY", columns(c), references(c), deferral(c.deferral()),
          c.notEnforced() ? "NOT ENFORCED" : "");
      case TableConstraint.NotNull c -> words("NOT NULL", Names.of(c.column()), c.noInherit() ? "NO INHERIT" : "");
      case TableConstraint.Exclusion c -> words("EXCLUDE USING", Names.of(c.method()),
          c.elements().stream().map(e -> SqlPrinter.key(e.key()) + " WITH " + e.operator())
              .collect(Collectors.joining(", ", "(", ")")),
          SqlPrinter.include(c.include()), c.predicate().map(p -> "WHERE (" + p.text() + ")").orElse(""),
          deferral(c.deferral()));
    };
  }

  private static String key(TableConstraint.Unique key) {
    return key.usingIndex().map(index -> "USING INDEX " + Names.of(index))
        .orElseGet(() -> words(key.nullsNotDistinct() ? "NULLS NOT DISTINCT" : "",
            "(" + Names.list(key.columns()) + (key.withoutOverlaps() ? " WITHOUT OVERLAPS)" : ")")));
  }

  private static String columns(TableConstraint.ForeignKey key) {
    return "(" + withPeriod(Names.list(key.columns()), key.period()) + ")";
  }

  private static String references(TableConstraint.ForeignKey key) {
    Reference reference = key.reference();
    return references(reference, withPeriod(Names.list(reference.columns()), key.period()));
  }

  static String references(Reference reference) {
    return references(reference, Names.list(reference.columns()));
  }

  private static String references(Reference reference, String columns) {
    String set = reference.setColumns().isEmpty() ? "" : "(" + Names.list(reference.setColumns()) + ")";
    return words("REFERENCES", Names.of(reference.table()), columns.isEmpty() ? "" : "(" + columns + ")",
        reference.match().equals("SIMPLE") ? "" : "MATCH " + reference.match(),
        on("DELETE", reference.onDelete(), set), on("UPDATE", reference.onUpdate(), ""));
  }

  /** PERIOD stands before the last column. */
  private static String withPeriod(String columns, boolean period) {
    int comma = columns.lastIndexOf(", ");
    return period && comma > 0 ? columns.substring(0, comma) + ", PERIOD " + columns.substring(comma + 2) : columns;
  }

  private static String on(String event, ReferentialAction action, String columns) {
    return action == ReferentialAction.NO_ACTION ? "" : words("ON", event, action.sql(), columns);
  }

  static String deferral(Deferral deferral) {
    return words(deferral.deferrable() ? "DEFERRABLE" : "", deferral.initiallyDeferred() ? "INITIALLY DEFERRED" : "");
  }
}
