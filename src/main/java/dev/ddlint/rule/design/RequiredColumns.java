package dev.ddlint.rule.design;

import dev.ddlint.catalog.Table;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Option;
import dev.ddlint.rule.Options;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;
import dev.ddlint.rule.Subject;
import dev.ddlint.rule.TablePlace;
import java.util.List;

/** A table that lacks a column which the project asks of all its tables. */
@Rule("required-columns")
@Concerns(Effect.SCHEMA_STATE)
@Option(name = "columns", kind = Option.Kind.LIST, value = "", says = "The names that each table must have.")
@Option(name = "tables", kind = Option.Kind.LIST, value = "*", says = "The tables that must have them; `*` stands for any letters.")
@Option(name = "except", kind = Option.Kind.LIST, value = "", says = "The tables that need not.")
public final class RequiredColumns implements SchemaRule {
  private final Options options;

  public RequiredColumns(Options options) {
    this.options = options;
  }

  @Override
  public void check(Schema schema, Findings findings) {
    List<String> wanted = options.list("columns");
    for (Table table : wanted.isEmpty() ? List.<Table>of() : schema.tables()) {
      boolean clear = table.isComplete() && !schema.catalog().isUncertain(table);
      if (clear && table.kind() != Table.Kind.PARTITION && isMeant(table)) {
        List<String> missing = wanted.stream().filter(name -> table.column(name).isEmpty()).toList();
        report(table, missing, findings);
      }
    }
  }

  private boolean isMeant(Table table) {
    return matches("tables", table) && !matches("except", table);
  }

  private boolean matches(String option, Table table) {
    return options.list(option).stream()
        .anyMatch(glob -> matches(glob, table.name()) || matches(glob, table.schema() + "." + table.name()));
  }

  /** {@code *} stands for any letters. */
  static boolean matches(String glob, String name) {
    int star = glob.indexOf('*');
    if (star < 0) {
      return glob.equals(name);
    }
    if (!name.startsWith(glob.substring(0, star))) {
      return false;
    }
    String rest = glob.substring(star + 1);
    for (int i = star; i <= name.length(); i++) {
      if (matches(rest, name.substring(i))) {
        return true;
      }
    }
    return false;
  }

  private static void report(Table table, List<String> missing, Findings findings) {
    if (!missing.isEmpty()) {
      findings.report(TablePlace.of(table)).about(Subject.column(table, String.join(",", missing)))
          .says("`%s` lacks %s, which the configuration asks of it", table.displayName(),
              String.join(" and ", missing.stream().map(name -> "`" + name + "`").toList()));
    }
  }
}
