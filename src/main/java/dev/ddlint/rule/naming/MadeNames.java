package dev.ddlint.rule.naming;

import dev.ddlint.ir.AlterTable;
import dev.ddlint.ir.ColumnDefinition;
import dev.ddlint.ir.CreateDomain;
import dev.ddlint.ir.CreateEnum;
import dev.ddlint.ir.CreateFunction;
import dev.ddlint.ir.CreateIndex;
import dev.ddlint.ir.CreatePolicy;
import dev.ddlint.ir.CreateSchema;
import dev.ddlint.ir.CreateSequence;
import dev.ddlint.ir.CreateTable;
import dev.ddlint.ir.CreateTableAs;
import dev.ddlint.ir.CreateTrigger;
import dev.ddlint.ir.CreateType;
import dev.ddlint.ir.CreateView;
import dev.ddlint.ir.Identifier;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.ir.Rename;
import dev.ddlint.ir.Statement;
import dev.ddlint.ir.TableAction;
import dev.ddlint.ir.TableConstraint;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The names that a statement gives. */
final class MadeNames {
  private final List<Made> made = new ArrayList<>();

  /** What bears a name. */
  enum Kind {
    /** Tables, views, sequences and indexes share one namespace. */
    RELATION, COLUMN, CONSTRAINT, OTHER
  }

  /**
   * A name that is given.
   *
   * @param words what bears it, as prose writes it
   * @param schema as written
   */
  record Made(Kind kind, String words, Optional<String> schema, String name, Span span) {}

  static List<Made> of(Statement statement) {
    MadeNames names = new MadeNames();
    names.read(statement);
    return names.made;
  }

  private void read(Statement statement) {
    switch (statement) {
      case CreateTable s -> {
        add(Kind.RELATION, "table", s.name());
        s.columns().forEach(this::column);
        s.constraints().forEach(this::constraint);
      }
      case CreateTableAs s -> add(Kind.RELATION, "table", s.name());
      case CreateView s -> add(Kind.RELATION, "view", s.name());
      case CreateSequence s -> add(Kind.RELATION, "sequence", s.name());
      case CreateIndex s -> s.name().ifPresent(
          name -> made.add(new Made(Kind.RELATION, "index", s.table().schema(), name.name(), name.span())));
      case CreateEnum s -> add(Kind.OTHER, "type", s.name());
      case CreateType s -> add(Kind.OTHER, "type", s.name());
      case CreateDomain s -> add(Kind.OTHER, "domain", s.name());
      case CreateFunction s -> add(Kind.OTHER, "function", s.name());
      case CreateSchema s -> s.name().ifPresent(name -> add(Kind.OTHER, "schema", name));
      case CreateTrigger s -> add(Kind.OTHER, "trigger", s.name());
      case CreatePolicy s -> add(Kind.OTHER, "policy", s.name());
      case AlterTable s -> s.actions().forEach(this::action);
      case Rename s -> add(Kind.OTHER, s.kind().words(), s.to());
      default -> {
      }
    }
  }

  private void action(TableAction action) {
    switch (action) {
      case TableAction.AddColumn add -> column(add.column());
      case TableAction.AddConstraint add -> constraint(add.constraint());
      default -> {
      }
    }
  }

  private void column(ColumnDefinition column) {
    add(Kind.COLUMN, "column", column.name());
    column.constraints().forEach(c -> c.name().ifPresent(name -> add(Kind.CONSTRAINT, "constraint", name)));
  }

  private void constraint(TableConstraint constraint) {
    constraint.name().ifPresent(name -> add(Kind.CONSTRAINT, "constraint", name));
  }

  private void add(Kind kind, String words, Identifier name) {
    made.add(new Made(kind, words, Optional.empty(), name.name(), name.span()));
  }

  private void add(Kind kind, String words, ObjectName name) {
    made.add(new Made(kind, words, name.schema(), name.name(), name.span()));
  }
}
