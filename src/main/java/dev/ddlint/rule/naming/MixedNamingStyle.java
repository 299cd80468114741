package dev.ddlint.rule.naming;

import dev.ddlint.catalog.Table;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.OwnColumn;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;
import dev.ddlint.rule.Subject;
import dev.ddlint.rule.TablePlace;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** A name in another style than nearly all others of the project. */
@Rule("mixed-naming-style")
@Concerns(Effect.NAME)
public final class MixedNamingStyle implements SchemaRule {
  private static final int FEWEST = 10;
  private static final int MAJORITY = 80;

  @Override
  public void check(Schema schema, Findings findings) {
    Map<Style, Integer> tables = new EnumMap<>(Style.class);
    Map<Style, Integer> columns = new EnumMap<>(Style.class);
    for (Table table : schema.catalog().tables().values()) {
      if (table.isKnown() && table.kind() != Table.Kind.PARTITION) {
        count(tables, table.name());
        table.columns().forEach(column -> count(columns, column.name()));
      }
    }
    usual(tables).ifPresent(style -> schema.tables().stream()
        .filter(table -> table.kind() != Table.Kind.PARTITION && isOther(table.name(), style))
        .forEach(table -> report(findings.report(TablePlace.of(table)).about(Subject.of(table)), table.name(), style)));
    usual(columns).ifPresent(style -> OwnColumn.of(schema).stream()
        .filter(own -> isOther(own.column().name(), style))
        .forEach(own -> report(own.reportName(findings), own.column().name(), style)));
  }

  private static void count(Map<Style, Integer> styles, String name) {
    Style.of(name).ifPresent(style -> styles.merge(style, 1, Integer::sum));
  }

  /** The style of nearly all names that show one. */
  private static Optional<Style> usual(Map<Style, Integer> styles) {
    int all = styles.values().stream().mapToInt(Integer::intValue).sum();
    return styles.entrySet().stream().filter(e -> all >= FEWEST && e.getValue() * 100 >= all * MAJORITY)
        .map(Map.Entry::getKey).findFirst();
  }

  private static boolean isOther(String name, Style usual) {
    return Style.of(name).filter(style -> style != usual).isPresent();
  }

  private static void report(Findings.Report report, String name, Style usual) {
    report.says("`%s` is not written as the other names here: they are %s", name, usual.words);
  }

  /** How the words of a name are set apart. */
  private enum Style {
    SNAKE("snake_case"), CAMEL("camelCase"), PASCAL("PascalCase"), MIXED("of several styles");

    private final String words;

    Style(String words) {
      this.words = words;
    }

    /** One word in lower case and one letter show none, and neither does a name that a tool begins with an underscore. */
    static Optional<Style> of(String name) {
      boolean upper = name.chars().anyMatch(Character::isUpperCase);
      boolean apart = name.indexOf('_') >= 0;
      if (name.length() < 2 || name.startsWith("_") || !upper && !apart) {
        return Optional.empty();
      }
      return Optional
          .of(upper && apart ? MIXED : apart ? SNAKE : Character.isUpperCase(name.charAt(0)) ? PASCAL : CAMEL);
    }
  }
}
