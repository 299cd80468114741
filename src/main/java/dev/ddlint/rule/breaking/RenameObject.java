package dev.ddlint.rule.breaking;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.UserType;
import dev.ddlint.finding.Advice;
import dev.ddlint.finding.Level;
import dev.ddlint.ir.ObjectKind;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.print.Compose;
import dev.ddlint.print.Names;
import dev.ddlint.rule.ChangeRule;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.On;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Subject;
import dev.ddlint.text.Span;
import java.util.List;

/** RENAME of what code names besides tables and columns: schemas, views, functions, types, enum values. */
@Rule("rename-object")
@Concerns(Effect.CLIENT_BREAK)
@On({Change.ObjectRenamed.class, Change.TypeRenamed.class, Change.EnumValueRenamed.class, Change.TableRenamed.class})
public final class RenameObject implements ChangeRule<Change> {

  @Override
  public void check(Change change, Context at, Findings findings) {
    switch (change) {
      case Change.EnumValueRenamed renamed -> value(renamed, at, findings);
      case Change.TypeRenamed renamed -> type(renamed, at, findings);
      case Change.TableRenamed renamed -> view(renamed, at, findings);
      case Change.ObjectRenamed renamed -> other(renamed, at, findings);
      default -> {
      }
    }
  }

  private static void value(Change.EnumValueRenamed renamed, Context at, Findings findings) {
    if (renamed.enumeration().filter(type -> isNew(type, at)).isPresent()) {
      return;
    }
    String type = renamed.enumeration().map(UserType::name).orElse(renamed.type());
    findings.report(renamed.span()).level(Level.ERROR)
        .about(Subject.other("type", renamed.enumeration().map(UserType::schema).orElse(""), type))
        .says("renaming the value '%s' of `%s` breaks running code that reads or writes it", renamed.from(), type)
        .fact("why", "each row that holds it shows '%s' at once, and writing '%s' fails (22P02)", renamed.to(),
            renamed.from())
        .instead(new Advice(Advice.Kind.STAGED, List.of(
            new Advice.Step("in this migration", List.of("ALTER TYPE " + Names.of(name(renamed)) + " ADD VALUE "
                + Names.literal(renamed.to()) + ";")),
            new Advice.Step("deploy", List.of("-- code that knows both values and writes the new one")),
            new Advice.Step("then", List.of("-- change the rows in batches; the old value may stay unused")))));
  }

  private static ObjectName name(Change.EnumValueRenamed renamed) {
    return renamed.enumeration().map(type -> Compose.object(type.schema(), type.name()))
        .orElseGet(() -> ObjectName.of(renamed.type()));
  }

  private static boolean isNew(UserType type, Context at) {
    return type.origin().migration() == at.before().migration();
  }

  private static void type(Change.TypeRenamed renamed, Context at, Findings findings) {
    UserType type = renamed.type();
    if (isNew(type, at) || NameTaken.again(type, at)) {
      return;
    }
    report(findings, renamed.span(), "type", type.schema(), type.name());
  }

  private static void view(Change.TableRenamed renamed, Context at, Findings findings) {
    Table view = renamed.table();
    if (view.kind().isView() && at.isOld(view) && !NameTaken.again(view, at)) {
      report(findings, renamed.span(), view.kind() == Table.Kind.VIEW ? "view" : "materialized view", view.schema(),
          view.name());
    }
  }

  private static void other(Change.ObjectRenamed renamed, Context at, Findings findings) {
    boolean named = switch (renamed.kind()) {
      case SCHEMA, FUNCTION, PROCEDURE, ROUTINE, AGGREGATE, ATTRIBUTE -> true;
      default -> false;
    };
    if (named && !isMadeHere(renamed, at)) {
      report(findings, renamed.span(), renamed.kind().words(), "", renamed.from());
    }
  }

  private static boolean isMadeHere(Change.ObjectRenamed renamed, Context at) {
    if (renamed.kind() == ObjectKind.SCHEMA) {
      return !at.day().before().catalog().schemas().contains(renamed.from())
          && at.before().catalog().schemas().contains(renamed.from());
    }
    String name = renamed.from().substring(renamed.from().lastIndexOf('.') + 1);
    return at.migration().stream().anyMatch(change -> change instanceof Change.FunctionCreated made
        && made.function().name().equals(name));
  }

  private static void report(Findings findings, Span span, String kind, String schema, String name) {
    findings.report(span).about(Subject.other(kind, schema, name))
        .says("renaming the %s `%s` breaks running code that uses the old name", kind, name)
        .instead(new Advice(Advice.Kind.NONE, List.of(
            new Advice.Step("first",
                List.of("-- make it under the new name beside the old one, deploy code that uses it")),
            new Advice.Step("then", List.of("-- drop the old one")))));
  }
}
