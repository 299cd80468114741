package dev.ddlint.rule.design;

import dev.ddlint.catalog.Table;
import dev.ddlint.finding.ObjectPath;
import dev.ddlint.ir.AlterTable;
import dev.ddlint.ir.ColumnConstraint;
import dev.ddlint.ir.CreateIndex;
import dev.ddlint.ir.CreateTable;
import dev.ddlint.ir.Drop;
import dev.ddlint.ir.Identifier;
import dev.ddlint.ir.IndexKey;
import dev.ddlint.ir.ObjectKind;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.ir.Rename;
import dev.ddlint.ir.Statement;
import dev.ddlint.ir.TableAction;
import dev.ddlint.ir.TableConstraint;
import dev.ddlint.ir.Truncate;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.On;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.StatementRule;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A statement names what the history took away, or what a table that is known whole does not have: it fails. */
@Rule("unknown-object")
@Concerns(Effect.SCHEMA_STATE)
@On({AlterTable.class, CreateIndex.class, CreateTable.class, Drop.class, Rename.class, Truncate.class})
public final class UnknownObject implements StatementRule<Statement> {
  /** System columns, which every table has. */
  private static final Set<String> SYSTEM = Set.of("ctid", "xmin", "xmax", "cmin", "cmax", "tableoid");

  @Override
  public void check(Statement statement, Context at, Findings findings) {
    Lookup lookup = new Lookup(at);
    switch (statement) {
      case AlterTable s when s.kind() == ObjectKind.TABLE && !s.ifExists() -> alter(s, lookup, findings);
      case CreateIndex s -> index(s, lookup, findings);
      case CreateTable s -> references(s, lookup, findings);
      case Drop s when s.kind() == ObjectKind.TABLE && !s.ifExists() ->
        s.targets().forEach(target -> gone(target.name(), lookup, findings));
      case Rename s when !s.ifExists() -> rename(s, lookup, findings);
      case Truncate s -> s.tables().forEach(table -> gone(table, lookup, findings));
      default -> {
      }
    }
  }

  private static void gone(ObjectName name, Lookup lookup, Findings findings) {
    if (lookup.isGone(name)) {
      findings.report(name.span()).about(new ObjectPath("table", lookup.creationSchema(name) + "." + name.name()))
          .says("this fails: the table `%s` does not exist any more", name)
          .fact("fails", "always (42P01): the history dropped the table or gave it another name");
    }
  }

  private static void alter(AlterTable statement, Lookup lookup, Findings findings) {
    gone(statement.name(), lookup, findings);
    Optional<Table> known = lookup.known(statement.name());
    Set<String> added = new HashSet<>(SYSTEM);
    for (TableAction action : statement.actions()) {
      if (action instanceof TableAction.AddColumn add) {
        added.add(add.column().name().name());
        add.column().first(ColumnConstraint.References.class)
            .ifPresent(r -> gone(r.reference().table(), lookup, findings));
      } else if (action instanceof TableAction.AddConstraint add) {
        if (add.constraint() instanceof TableConstraint.ForeignKey key) {
          gone(key.reference().table(), lookup, findings);
        }
        known.ifPresent(table -> columns(table, columns(add.constraint()), added, findings));
      } else {
        known.ifPresent(table -> column(action)
            .ifPresent(column -> columns(table, List.of(column), added, findings)));
        known.ifPresent(table -> constraint(table, action, statement, findings));
      }
    }
  }

  /** The column that an action changes; one that it may lack is none. */
  private static Optional<Identifier> column(TableAction action) {
    return switch (action) {
      case TableAction.DropColumn a when !a.ifExists() -> Optional.of(a.column());
      case TableAction.ChangeType a -> Optional.of(a.column());
      case TableAction.SetDefault a -> Optional.of(a.column());
      case TableAction.DropDefault a -> Optional.of(a.column());
      case TableAction.SetNotNull a -> Optional.of(a.column());
      case TableAction.DropNotNull a -> Optional.of(a.column());
      case TableAction.AddIdentity a -> Optional.of(a.column());
      case TableAction.SetExpression a -> Optional.of(a.column());
      default -> Optional.empty();
    };
  }

  private static List<Identifier> columns(TableConstraint constraint) {
    return switch (constraint) {
      case TableConstraint.Unique key -> key.columns();
      case TableConstraint.ForeignKey key -> key.columns();
      case TableConstraint.NotNull notNull -> List.of(notNull.column());
      case TableConstraint.Check check -> List.of();
      case TableConstraint.Exclusion exclusion -> List.of();
    };
  }

  private static void columns(Table table, List<Identifier> names, Set<String> added, Findings findings) {
    for (Identifier name : names) {
      if (table.column(name.name()).isEmpty() && !added.contains(name.name())) {
        findings.report(name.span())
            .about(new ObjectPath("column", table.schema() + "." + table.name() + "." + name.name()))
            .says("this fails: `%s` has no column `%s`", table.displayName(), name.name())
            .fact("fails", "always (42703), as the history tells the table")
            .related(table.origin().place(), "`%s` is made here", table.displayName());
      }
    }
  }

  /** NOT NULL constraints have names from PostgreSQL 18 on, which the history does not tell. */
  private static void constraint(Table table, TableAction action, AlterTable statement, Findings findings) {
    Optional<Identifier> name = switch (action) {
      case TableAction.DropConstraint a when !a.ifExists() -> Optional.of(a.constraint());
      case TableAction.ValidateConstraint a -> Optional.of(a.constraint());
      default -> Optional.empty();
    };
    boolean addedHere = name.filter(n -> statement.actions().stream().anyMatch(a -> makes(a, n.name()))).isPresent();
    name.filter(n -> !addedHere && table.constraint(n.name()).isEmpty() && !n.name().endsWith("_not_null"))
        .ifPresent(n -> findings.report(n.span())
            .about(new ObjectPath("constraint", table.schema() + "." + table.name() + "." + n.name()))
            .says("this fails: `%s` has no constraint `%s`", table.displayName(), n.name())
            .fact("fails", "always (42704), as the history tells the table")
            .related(table.origin().place(), "`%s` is made here", table.displayName()));
  }

  private static boolean makes(TableAction action, String constraint) {
    return action instanceof TableAction.AddConstraint add
        && add.constraint().name().filter(name -> name.name().equals(constraint)).isPresent();
  }

  private static void index(CreateIndex statement, Lookup lookup, Findings findings) {
    gone(statement.table(), lookup, findings);
    List<Identifier> keys = statement.keys().stream().map(IndexKey::column).flatMap(Optional::stream).toList();
    if (!statement.ifNotExists()) {
      lookup.known(statement.table()).ifPresent(table -> columns(table, keys, SYSTEM, findings));
    }
  }

  private static void references(CreateTable statement, Lookup lookup, Findings findings) {
    if (statement.ifNotExists()) {
      return;
    }
    statement.columns().forEach(column -> column.first(ColumnConstraint.References.class)
        .filter(r -> !r.reference().table().name().equals(statement.name().name()))
        .ifPresent(r -> gone(r.reference().table(), lookup, findings)));
    statement.constraints().forEach(constraint -> {
      if (constraint instanceof TableConstraint.ForeignKey key
          && !key.reference().table().name().equals(statement.name().name())) {
        gone(key.reference().table(), lookup, findings);
      }
    });
  }

  private static void rename(Rename statement, Lookup lookup, Findings findings) {
    if (statement.kind() == ObjectKind.TABLE || statement.holder() == ObjectKind.TABLE) {
      gone(statement.object(), lookup, findings);
    }
    if (statement.kind() == ObjectKind.COLUMN) {
      lookup.known(statement.object())
          .ifPresent(table -> columns(table, statement.part().stream().toList(), SYSTEM, findings));
    }
  }
}
