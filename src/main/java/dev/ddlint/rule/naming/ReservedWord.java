package dev.ddlint.rule.naming;

import dev.ddlint.catalog.Table;
import dev.ddlint.print.Names;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.OwnColumn;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;
import dev.ddlint.rule.Subject;
import dev.ddlint.rule.TablePlace;

/** A name that must stand in quotes wherever it is used. */
@Rule("reserved-word")
@Concerns(Effect.NAME)
public final class ReservedWord implements SchemaRule {

  @Override
  public void check(Schema schema, Findings findings) {
    schema.tables().stream().filter(table -> table.kind() != Table.Kind.PARTITION && Names.isKeyWord(table.name()))
        .forEach(table -> findings.report(TablePlace.of(table)).about(Subject.of(table))
            .says("`%s` is a word of SQL: each statement must quote it", table.name())
            .fact("use", "a name that is none, such as the plural or one with a word more"));
    OwnColumn.of(schema).stream().filter(own -> Names.isKeyWord(own.column().name()))
        .forEach(own -> own.reportName(findings)
            .says("`%s` is a word of SQL: each statement must quote it", own.path())
            .fact("use", "a name that is none, such as one with a word more"));
  }
}
