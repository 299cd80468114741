package dev.ddlint.rule.design;

import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Constraint;
import dev.ddlint.catalog.Origin;
import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.UserType;
import dev.ddlint.finding.ObjectPath;
import dev.ddlint.ir.AddEnumValue;
import dev.ddlint.ir.AlterTable;
import dev.ddlint.ir.CreateDomain;
import dev.ddlint.ir.CreateEnum;
import dev.ddlint.ir.CreateIndex;
import dev.ddlint.ir.CreatePolicy;
import dev.ddlint.ir.CreateSequence;
import dev.ddlint.ir.CreateTable;
import dev.ddlint.ir.CreateTableAs;
import dev.ddlint.ir.CreateTrigger;
import dev.ddlint.ir.CreateView;
import dev.ddlint.ir.ObjectKind;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.ir.Persistence;
import dev.ddlint.ir.Rename;
import dev.ddlint.ir.Statement;
import dev.ddlint.ir.TableAction;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.On;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.StatementRule;
import dev.ddlint.text.Place;
import dev.ddlint.text.Span;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A statement makes what is there already: the migration fails. */
@Rule("duplicate-object")
@Concerns(Effect.SCHEMA_STATE)
@On({CreateTable.class, CreateTableAs.class, CreateView.class, CreateSequence.class, CreateIndex.class,
    CreateEnum.class, CreateDomain.class, AddEnumValue.class, CreateTrigger.class, CreatePolicy.class, AlterTable.class,
    Rename.class})
public final class DuplicateObject implements StatementRule<Statement> {

  @Override
  public void check(Statement statement, Context at, Findings findings) {
    Lookup lookup = new Lookup(at);
    switch (statement) {
      case CreateTable s when !s.ifNotExists() && s.persistence() != Persistence.TEMPORARY ->
        relation("table", s.name(), lookup, findings);
      case CreateTableAs s when !s.ifNotExists() && s.persistence() != Persistence.TEMPORARY ->
        relation("table", s.name(), lookup, findings);
      case CreateView s when !s.orReplace() && !s.temporary() -> relation("view", s.name(), lookup, findings);
      case CreateSequence s when !s.ifNotExists() && s.persistence() != Persistence.TEMPORARY ->
        relation("sequence", s.name(), lookup, findings);
      case CreateIndex s when !s.ifNotExists() -> index(s, lookup, findings);
      case CreateEnum s -> type(s.name(), lookup, findings);
      case CreateDomain s -> type(s.name(), lookup, findings);
      case AddEnumValue s when !s.ifNotExists() -> value(s, lookup, findings);
      case CreateTrigger s when !s.orReplace() -> lookup.known(s.table())
          .ifPresent(table -> table.triggers().stream().filter(t -> t.name().equals(s.name().name())).findFirst()
              .ifPresent(t -> report("trigger", table, t.name(), "42710", s.name().span(), t.origin(), findings)));
      case CreatePolicy s -> lookup.known(s.table())
          .ifPresent(table -> table.policies().stream().filter(p -> p.name().equals(s.name().name())).findFirst()
              .ifPresent(p -> report("policy", table, p.name(), "42710", s.name().span(), p.origin(), findings)));
      case AlterTable s -> lookup.known(s.name()).ifPresent(table -> actions(s, table, findings));
      case Rename s -> rename(s, lookup, findings);
      default -> {
      }
    }
  }

  private static void relation(String kind, ObjectName name, Lookup lookup, Findings findings) {
    String schema = lookup.creationSchema(name);
    lookup.relation(schema, name.name()).ifPresent(
        place -> report(new ObjectPath(kind, schema + "." + name.name()), name.toString(), "42P07", name.span(), place,
            findings));
  }

  /** An index is made in the schema of its table. */
  private static void index(CreateIndex statement, Lookup lookup, Findings findings) {
    Optional<Table> table = lookup.known(statement.table());
    statement.name().ifPresent(name -> table.flatMap(t -> lookup.relation(t.schema(), name.name()))
        .ifPresent(place -> report(new ObjectPath("index", table.get().schema() + "." + name.name()), name.name(),
            "42P07", name.span(), place, findings)));
  }

  private static void type(ObjectName name, Lookup lookup, Findings findings) {
    ObjectName whole = new ObjectName(Optional.of(lookup.creationSchema(name)), name.name(), name.span());
    lookup.type(whole).filter(type -> !lookup.hides() && lookup.isHere(type.origin()))
        .ifPresent(type -> report(new ObjectPath("type", type.schema() + "." + type.name()), name.toString(), "42710",
            name.span(), type.origin().place(), findings));
  }

  private static void value(AddEnumValue statement, Lookup lookup, Findings findings) {
    Optional<UserType> type = lookup.type(statement.type());
    type.filter(t -> t.values().contains(statement.value()) && !lookup.hides() && lookup.isHere(t.origin()))
        .ifPresent(t -> report(new ObjectPath("type", t.schema() + "." + t.name() + "." + statement.value()),
            statement.value(), "42710", statement.span(), t.origin().place(), findings));
  }

  private static void actions(AlterTable statement, Table table, Findings findings) {
    Set<String> dropped = new HashSet<>();
    for (TableAction action : statement.actions()) {
      switch (action) {
        case TableAction.DropColumn drop -> dropped.add(drop.column().name());
        case TableAction.DropConstraint drop -> dropped.add(drop.constraint().name());
        case TableAction.AddColumn add when !add.ifNotExists() && !dropped.contains(add.column().name().name()) ->
          table.column(add.column().name().name()).map(Column::origin).ifPresent(
              origin -> report("column", table, add.column().name().name(), "42701", add.column().name().span(), origin,
                  findings));
        case TableAction.AddConstraint add -> add.constraint().name()
            .filter(name -> !dropped.contains(name.name()))
            .ifPresent(name -> table.constraint(name.name()).map(Constraint::origin).ifPresent(
                origin -> report("constraint", table, name.name(), "42710", name.span(), origin, findings)));
        default -> {
        }
      }
    }
  }

  private static void rename(Rename statement, Lookup lookup, Findings findings) {
    if (statement.kind() == ObjectKind.TABLE) {
      lookup.known(statement.object()).flatMap(table -> lookup.relation(table.schema(), statement.to().name()))
          .ifPresent(place -> report(new ObjectPath("table", statement.to().name()), statement.to().name(), "42P07",
              statement.to().span(), place, findings));
    } else if (statement.kind() == ObjectKind.COLUMN) {
      lookup.known(statement.object())
          .ifPresent(table -> table.column(statement.to().name()).map(Column::origin).ifPresent(
              origin -> report("column", table, statement.to().name(), "42701", statement.to().span(), origin,
                  findings)));
    }
  }

  private static void report(String kind, Table table, String name, String code, Span span, Origin origin,
      Findings findings) {
    report(new ObjectPath(kind, table.schema() + "." + table.name() + "." + name), name, code, span, origin.place(),
        findings);
  }

  private static void report(ObjectPath object, String name, String code, Span span, Place made, Findings findings) {
    findings.report(span).about(object).says("this fails: the %s `%s` exists already", object.kind(), name)
        .fact("fails", "always (%s), as the history tells it", code)
        .related(made, "made here");
  }
}
