package dev.ddlint.catalog;

import dev.ddlint.ir.ColumnConstraint;
import dev.ddlint.ir.ColumnDefinition;
import dev.ddlint.ir.Identifier;
import dev.ddlint.ir.TableConstraint;
import dev.ddlint.text.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The constraints of a CREATE TABLE or ADD COLUMN in the order in which PostgreSQL makes them, wherever they are written:
 * the primary key, unique and exclusion constraints, checks, foreign keys.
 */
final class ConstraintClauses {

  private ConstraintClauses() {}

  /** @param onColumn whether it is written on a column, not beside the columns */
  record Clause(TableConstraint constraint, boolean onColumn) {
    private int rank() {
      return switch (constraint) {
        case TableConstraint.Unique c -> c.primary() ? 0 : 1;
        case TableConstraint.Exclusion c -> 1;
        case TableConstraint.NotNull c -> 2;
        case TableConstraint.Check c -> 2;
        case TableConstraint.ForeignKey c -> 3;
      };
    }
  }

  static List<Clause> of(List<ColumnDefinition> columns, List<TableConstraint> constraints) {
    List<Clause> all = new ArrayList<>();
    for (ColumnDefinition column : columns) {
      for (ColumnConstraint constraint : column.constraints()) {
        beside(column.name(), constraint).ifPresent(c -> all.add(new Clause(c, true)));
      }
    }
    constraints.forEach(c -> all.add(new Clause(c, false)));
    all.sort(Order.by(Clause::rank).thenComparing(c -> c.constraint().span()));
    return merged(all);
  }

  /** A column's constraint as it would be written beside the columns. */
  private static Optional<TableConstraint> beside(Identifier column, ColumnConstraint constraint) {
    Identifier name = new Identifier(column.name(), constraint.span());
    return Optional.ofNullable(switch (constraint) {
      case ColumnConstraint.Unique c -> new TableConstraint.Unique(c.name(), c.primary(), List.of(name), List.of(),
          c.nullsNotDistinct(), false, Optional.empty(), c.deferral(), c.span());
      case ColumnConstraint.Check c ->
        new TableConstraint.Check(c.name(), c.condition(), c.noInherit(), c.notEnforced(), false, c.span());
      case ColumnConstraint.References c ->
        new TableConstraint.ForeignKey(c.name(), List.of(name), c.reference(), false,
            c.deferral(), c.notEnforced(), false, c.span());
      case ColumnConstraint.NotNull c when c.name().isPresent() ->
        new TableConstraint.NotNull(c.name(), name, c.noInherit(), false, c.span());
      default -> null;
    });
  }

  /** UNIQUE PRIMARY KEY and the like make one index: the first, under the name that one of them has. */
  private static List<Clause> merged(List<Clause> all) {
    List<Clause> merged = new ArrayList<>();
    for (Clause clause : all) {
      boolean again = false;
      for (int i = 0; i < merged.size() && !again; i++) {
        if (clause.constraint() instanceof TableConstraint.Unique later
            && merged.get(i).constraint() instanceof TableConstraint.Unique first && isSame(first, later)) {
          again = true;
          merged.set(i, new Clause(named(first, later), merged.get(i).onColumn()));
        }
      }
      if (!again) {
        merged.add(clause);
      }
    }
    return merged;
  }

  private static boolean isSame(TableConstraint.Unique first, TableConstraint.Unique later) {
    return names(first.columns()).equals(names(later.columns()))
        && names(first.include()).equals(names(later.include()))
        && first.nullsNotDistinct() == later.nullsNotDistinct() && first.deferral().equals(later.deferral())
        && first.usingIndex().isEmpty() && later.usingIndex().isEmpty();
  }

  private static List<String> names(List<Identifier> identifiers) {
    return identifiers.stream().map(Identifier::name).toList();
  }

  private static TableConstraint.Unique named(TableConstraint.Unique first, TableConstraint.Unique later) {
    return new TableConstraint.Unique(first.name().or(later::name), first.primary(), first.columns(), first.include(),
        first.nullsNotDistinct(), first.withoutOverlaps(), first.usingIndex(), first.deferral(), first.span());
  }
}
