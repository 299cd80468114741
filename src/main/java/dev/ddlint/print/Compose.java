package dev.ddlint.print;

import dev.ddlint.ir.AlterTable;
import dev.ddlint.ir.ColumnConstraint;
import dev.ddlint.ir.CreateIndex;
import dev.ddlint.ir.Deferral;
import dev.ddlint.ir.Drop;
import dev.ddlint.ir.Expression;
import dev.ddlint.ir.Identifier;
import dev.ddlint.ir.IndexKey;
import dev.ddlint.ir.ObjectKind;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.ir.Rename;
import dev.ddlint.ir.TableAction;
import dev.ddlint.ir.TableConstraint;
import dev.ddlint.ir.TypeName;
import dev.ddlint.text.Span;
import java.util.List;
import java.util.Optional;

/** The statements that advice is made of, composed from names; {@link SqlPrinter} prints them. */
public final class Compose {

  private Compose() {}

  /** A name that stands in no text. */
  public static Identifier name(String name) {
    return new Identifier(name, Span.NONE);
  }

  public static List<Identifier> names(List<String> names) {
    return names.stream().map(Compose::name).toList();
  }

  /** A table, index or the like; without its schema where that is the usual one. */
  public static ObjectName object(String schema, String name) {
    return schema.equals("public") ? ObjectName.of(name) : ObjectName.of(schema, name);
  }

  public static AlterTable alter(ObjectName table, TableAction... actions) {
    return new AlterTable(ObjectKind.TABLE, table, false, false, List.of(actions), Span.NONE);
  }

  /** CREATE INDEX CONCURRENTLY over columns. */
  public static CreateIndex concurrentIndex(String name, ObjectName table, boolean unique, List<String> columns) {
    return index(name, table, unique, true, false, "btree", columns);
  }

  /** CREATE INDEX ... ON ONLY a partitioned table: no partition is read, and the index stays invalid until each has one. */
  public static CreateIndex indexOnParentOnly(String name, ObjectName table, List<String> columns) {
    return index(name, table, false, false, true, "btree", columns);
  }

  /** CREATE INDEX [CONCURRENTLY] ... USING a method. */
  public static CreateIndex indexUsing(String method, String name, ObjectName table, boolean concurrently,
      List<String> columns) {
    return index(name, table, false, concurrently, false, method, columns);
  }

  private static CreateIndex index(String name, ObjectName table, boolean unique, boolean concurrently, boolean only,
      String method, List<String> columns) {
    List<IndexKey> keys = columns.stream().map(Compose::key).toList();
    return new CreateIndex(Optional.of(name(name)), table, unique, concurrently, false, only, method, keys, List.of(),
        false, Optional.empty(), List.of(), Optional.empty(), Span.NONE, Span.NONE);
  }

  private static IndexKey key(String column) {
    return new IndexKey(Optional.of(name(column)), Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.empty(), Optional.empty(), Span.NONE);
  }

  /** DROP INDEX [CONCURRENTLY]. */
  public static Drop dropIndex(ObjectName index, boolean concurrently) {
    Drop.Target target = new Drop.Target(index, Optional.empty(), Optional.empty(), Span.NONE);
    return new Drop(ObjectKind.INDEX, List.of(target), false, concurrently, false, Span.NONE, Span.NONE);
  }

  /** ALTER INDEX parent ATTACH PARTITION part. */
  public static AlterTable attachIndex(ObjectName parent, ObjectName part) {
    TableAction attach = new TableAction.AttachPartition(part, Optional.empty(), Span.NONE);
    return new AlterTable(ObjectKind.INDEX, parent, false, false, List.of(attach), Span.NONE);
  }

  public static Rename renameColumn(ObjectName table, String from, String to) {
    return new Rename(ObjectKind.COLUMN, ObjectKind.TABLE, table, Optional.of(name(from)), name(to), false, false,
        Span.NONE);
  }

  public static TableAction addColumn(String column, TypeName type) {
    return new TableAction.AddColumn(new dev.ddlint.ir.ColumnDefinition(name(column), Optional.of(type),
        Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Span.NONE), false, Span.NONE);
  }

  public static Rename renameTable(ObjectName table, String to) {
    return new Rename(ObjectKind.TABLE, ObjectKind.TABLE, table, Optional.empty(), name(to), false, false, Span.NONE);
  }

  /** ADD COLUMN ... bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY. */
  public static TableAction addIdentityKey(String column) {
    return new TableAction.AddColumn(new dev.ddlint.ir.ColumnDefinition(name(column), Optional.of(TypeName.of("int8")),
        Optional.empty(), Optional.empty(), Optional.empty(),
        List.of(new ColumnConstraint.Identity(Optional.empty(), true, List.of(), Span.NONE),
            new ColumnConstraint.Unique(Optional.empty(), true, false, Deferral.NONE, Span.NONE)),
        Span.NONE), false, Span.NONE);
  }

  /** ADD CONSTRAINT ... PRIMARY KEY over columns. */
  public static TableAction primaryKey(String constraint, List<String> columns) {
    return add(new TableConstraint.Unique(Optional.of(name(constraint)), true, names(columns), List.of(), false, false,
        Optional.empty(), Deferral.NONE, Span.NONE));
  }

  public static TableAction dropColumn(String column) {
    return new TableAction.DropColumn(name(column), false, false, Span.NONE);
  }

  public static TableAction setDefault(String column, Expression value) {
    return new TableAction.SetDefault(name(column), value, Span.NONE);
  }

  public static TableAction dropDefault(String column) {
    return new TableAction.DropDefault(name(column), Span.NONE);
  }

  public static TableAction dropNotNull(String column) {
    return new TableAction.DropNotNull(name(column), Span.NONE);
  }

  public static TableAction setNotNull(String column) {
    return new TableAction.SetNotNull(name(column), Span.NONE);
  }

  /** ADD CONSTRAINT ... CHECK (column IS NOT NULL) NOT VALID. */
  public static TableAction notNullCheck(String constraint, String column) {
    return check(constraint, Expression.of(Names.of(column) + " IS NOT NULL"));
  }

  /** ADD CONSTRAINT ... NOT NULL column NOT VALID (PostgreSQL 18). */
  public static TableAction notNull(String constraint, String column) {
    return add(new TableConstraint.NotNull(Optional.of(name(constraint)), name(column), false, true, Span.NONE));
  }

  /** ADD CONSTRAINT ... CHECK (...) NOT VALID. */
  public static TableAction check(String constraint, Expression condition) {
    return add(new TableConstraint.Check(Optional.of(name(constraint)), condition, false, false, true, Span.NONE));
  }

  /** The same foreign key, named and NOT VALID. */
  public static TableAction notValid(TableConstraint.ForeignKey key, String constraint) {
    return add(new TableConstraint.ForeignKey(Optional.of(name(constraint)), key.columns(), key.reference(),
        key.period(), key.deferral(), key.notEnforced(), true, Span.NONE));
  }

  /** ADD CONSTRAINT ... UNIQUE or PRIMARY KEY USING INDEX. */
  public static TableAction keyUsingIndex(String constraint, boolean primary, String index, Deferral deferral) {
    return add(new TableConstraint.Unique(Optional.of(name(constraint)), primary, List.of(), List.of(), false, false,
        Optional.of(name(index)), deferral, Span.NONE));
  }

  private static TableAction add(TableConstraint constraint) {
    return new TableAction.AddConstraint(constraint, Span.NONE);
  }

  public static TableAction validate(String constraint) {
    return new TableAction.ValidateConstraint(name(constraint), Span.NONE);
  }

  public static TableAction dropConstraint(String constraint) {
    return new TableAction.DropConstraint(name(constraint), false, false, Span.NONE);
  }
}
