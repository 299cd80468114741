package dev.ddlint.catalog;

import dev.ddlint.ir.Deferral;
import dev.ddlint.ir.Expression;
import dev.ddlint.ir.ReferentialAction;
import java.util.List;
import java.util.Optional;

/** A table's constraint; columns are held by number. */
public sealed interface Constraint {
  ObjectId id();

  String name();

  Origin origin();

  Constraint withName(String other);

  /** Whether existing rows were checked. */
  default boolean validated() {
    return true;
  }

  /** The columns that it stands on; dropping one of them drops it. */
  List<Integer> columns();

  /** PRIMARY KEY or UNIQUE, kept by an index. */
  record Key(ObjectId id, String name, boolean primary, List<Integer> columns, ObjectId index, Deferral deferral,
      boolean nullsNotDistinct, Origin origin) implements Constraint {
    @Override
    public Key withName(String other) {
      return new Key(id, other, primary, columns, index, deferral, nullsNotDistinct, origin);
    }
  }

  /**
   * FOREIGN KEY.
   *
   * @param target the referenced table
   * @param targetColumns empty where the history does not tell the target's key
   * @param enforced false for NOT ENFORCED, and for a Prisma relation that makes no constraint in the database
   */
  record ForeignKey(ObjectId id, String name, List<Integer> columns, ObjectId target, List<Integer> targetColumns,
      ReferentialAction onDelete, ReferentialAction onUpdate, boolean validated, boolean enforced,
      Origin origin) implements Constraint {
    @Override
    public ForeignKey withName(String other) {
      return new ForeignKey(id, other, columns, target, targetColumns, onDelete, onUpdate, validated, enforced, origin);
    }

    ForeignKey withTarget(ObjectId other, List<Integer> otherColumns) {
      return new ForeignKey(id, name, columns, other, otherColumns, onDelete, onUpdate, validated, enforced, origin);
    }

    ForeignKey withValidated() {
      return new ForeignKey(id, name, columns, target, targetColumns, onDelete, onUpdate, true, enforced, origin);
    }
  }

  /** CHECK. */
  record Check(ObjectId id, String name, Expression condition, List<Integer> columns, boolean validated,
      boolean noInherit, Origin origin) implements Constraint {
    @Override
    public Check withName(String other) {
      return new Check(id, other, condition, columns, validated, noInherit, origin);
    }

    Check withCondition(Expression other) {
      return new Check(id, name, other, columns, validated, noInherit, origin);
    }

    Check withValidated() {
      return new Check(id, name, condition, columns, true, noInherit, origin);
    }
  }

  /** A NOT NULL constraint that has a name or is not validated yet (PostgreSQL 18); another is its column's property. */
  record NotNull(ObjectId id, String name, List<Integer> columns, boolean validated,
      Origin origin) implements Constraint {
    @Override
    public NotNull withName(String other) {
      return new NotNull(id, other, columns, validated, origin);
    }

    NotNull withValidated() {
      return new NotNull(id, name, columns, true, origin);
    }
  }

  /** EXCLUDE, kept by an index. */
  record Exclusion(ObjectId id, String name, List<Integer> columns, ObjectId index, String definition,
      Optional<Expression> predicate, Origin origin) implements Constraint {
    @Override
    public Exclusion withName(String other) {
      return new Exclusion(id, other, columns, index, definition, predicate, origin);
    }
  }
}
