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
import java.util.Set;

/** A name that must stand in quotes wherever it is used. */
@Rule("reserved-word")
@Concerns(Effect.NAME)
public final class ReservedWord implements SchemaRule {
  /** The reserved key words, those that may name a function or type included (manual, appendix C; PostgreSQL 18). */
  private static final Set<String> RESERVED = Set.of("""
      all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation
      column concurrently constraint create cross current_catalog current_date current_role current_schema current_time
      current_timestamp current_user default deferrable desc distinct do else end except false fetch for foreign freeze
      from full grant group having ilike in initially inner intersect into is isnull join lateral leading left like
      limit localtime localtimestamp natural not notnull null offset on only or order outer overlaps placing primary
      references returning right select session_user similar some symmetric system_user table tablesample then to
      trailing true union unique user using variadic verbose when where window with""".split("\\s+"));

  @Override
  public void check(Schema schema, Findings findings) {
    schema.tables().stream().filter(table -> table.kind() != Table.Kind.PARTITION && RESERVED.contains(table.name()))
        .forEach(table -> findings.report(TablePlace.of(table)).about(Subject.of(table))
            .says("`%s` is a word of SQL: each statement must quote it", table.name())
            .fact("use", "a name that is none, such as the plural or one with a word more"));
    OwnColumn.of(schema).stream().filter(own -> RESERVED.contains(own.column().name()))
        .forEach(own -> own.reportName(findings)
            .says("`%s` is a word of SQL: each statement must quote it", own.path())
            .fact("use", "a name that is none, such as one with a word more"));
  }
}
