package dev.ddlint.prisma;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Catalog.QualifiedName;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Constraint.Key;
import dev.ddlint.catalog.DataType;
import dev.ddlint.catalog.Table;
import dev.ddlint.ir.Expression;
import dev.ddlint.ir.TypeName;
import dev.ddlint.parse.prisma.Attribute;
import dev.ddlint.parse.prisma.Expression.FunctionCall;
import dev.ddlint.prisma.Drift.Kind;
import dev.ddlint.text.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares a table of the migrations with that of the schema. */
record TableDrift(Catalog migrations, Table there, Catalog schema, Table here, PrismaNames names, List<Drift> found) {

  void compare() {
    for (Column column : here.columns()) {
      Optional<Column> same = there.column(column.name());
      if (same.isPresent()) {
        compare(same.get(), column);
      } else if (there.isComplete()) {
        found.add(Drift.onlySchema(Kind.COLUMN, name(), column.name(), column.origin().place()));
      }
    }
    for (Column column : there.columns()) {
      boolean generated = column.generation() == Column.Generation.STORED
          || column.generation() == Column.Generation.VIRTUAL;
      if (here.column(column.name()).isEmpty() && !generated) {
        found.add(Drift.onlyMigrations(Kind.COLUMN, name(), column.name(), column.origin().place(),
            here.origin().place()));
      }
    }
    comparePrimaryKeys();
    new IndexDrift(migrations, there, schema, here, found).compare();
    new ForeignKeyDrift(migrations, there, schema, here, found).compare();
  }

  private String name() {
    return SchemaComparison.qualified(here.schema(), here.name());
  }

  private void compare(Column sql, Column column) {
    Optional<DataType> from = sql.type();
    Optional<DataType> to = column.type();
    if (from.isPresent() && to.isPresent() && !sameType(from.get(), to.get())) {
      found.add(Drift.differs(Kind.TYPE, name(), column.name(), column.origin().place(), sql.origin().place(),
          SqlTypes.of(from.get(), migrations), SqlTypes.of(to.get(), schema)));
      return;
    }
    boolean list = to.filter(DataType::isArray).isPresent();
    if (sql.notNull() != column.notNull() && !list && to.isPresent()) {
      found.add(Drift.differs(Kind.NULLABILITY, name(), column.name(), column.origin().place(),
          sql.nullability().place(), nullability(sql), nullability(column)));
    }
    if (sql.generation() == Column.Generation.NONE || sql.generation().isIdentity()) {
      compareDefaults(sql, column);
    }
  }

  private static String nullability(Column column) {
    return column.notNull() ? "NOT NULL" : "nullable";
  }

  private boolean sameType(DataType sql, DataType type) {
    boolean users = migrations.type(sql).isPresent() || schema.type(type).isPresent();
    if (users) {
      boolean domain = migrations.type(sql).filter(t -> t.values().isEmpty()).isPresent();
      return domain || SqlTypes.of(sql, migrations).equals(SqlTypes.of(type, schema));
    }
    boolean known = SqlTypes.nativeType(sql).isPresent() || SqlTypes.nativeType(type).isPresent();
    return !known || Casts.same(precise(sql), precise(type), true) || extension(sql, type);
  }

  /** The type of an extension, with its schema on one side only. */
  private static boolean extension(DataType sql, DataType type) {
    return sql.name().name().equals(type.name().name()) && sql.isArray() == type.isArray()
        && (sql.name().schema().isPresent() || type.name().schema().isPresent());
  }

  /** With the precision that PostgreSQL gives where none is written. */
  private static DataType precise(DataType type) {
    List<String> written = type.modifiers();
    List<String> full = switch (type.name().name()) {
      case "bpchar", "bit" -> written.isEmpty() ? List.of("1") : written;
      case "numeric" -> written.size() == 1 ? List.of(written.getFirst(), "0") : written;
      case "timestamp", "timestamptz", "time", "timetz" -> written.isEmpty() ? List.of("6") : written;
      default -> written;
    };
    TypeName name = type.name();
    return new DataType(new TypeName(name.schema(), name.name(), full, name.dimensions(), name.setOf(),
        name.referencedColumn(), name.span()), type.user());
  }

  private void compareDefaults(Column sql, Column column) {
    boolean countedThere = sql.generation().isIdentity() || isNextval(sql);
    boolean countedHere = ColumnPair.isCounted(schema, here, column);
    Optional<Expression> from = sql.defaultValue().filter(v -> !v.isNull());
    Optional<Expression> to = column.defaultValue();
    boolean same = countedThere && countedHere || isUnknown(column)
        || (from.isPresent() && to.isPresent()
            ? DefaultText.same(from.get(), to.get())
            : from.isEmpty() && to.isEmpty() && !sql.generation().isIdentity());
    if (!same && to.isEmpty() && !countedHere) {
      found.add(Drift.onlyMigrations(Kind.DEFAULT, name(), column.name(), sqlPlace(sql), column.origin().place()));
    } else if (!same) {
      found.add(Drift.differs(Kind.DEFAULT, name(), column.name(), column.origin().place(), sqlPlace(sql),
          words(from, countedThere), words(to, countedHere)));
    }
  }

  /** At the default where the column's own clause holds it. */
  private static Place sqlPlace(Column sql) {
    Place whole = sql.origin().place();
    return sql.defaultValue().map(v -> new Place(whole.file(), v.span()))
        .filter(p -> !p.span().isEmpty() && whole.span().contains(p.span())).orElse(whole);
  }

  private static boolean isNextval(Column column) {
    return column.defaultValue().filter(v -> v.functions().contains("nextval")).isPresent();
  }

  private static String words(Optional<Expression> value, boolean counted) {
    return counted ? "a sequence" : value.map(v -> "DEFAULT " + v.text()).orElse("no default");
  }

  /** {@code @default(dbgenerated())} stands for whatever the database has. */
  private boolean isUnknown(Column column) {
    return names.table(here.schema(), here.name()).flatMap(t -> t.field(column.name()))
        .flatMap(field -> Arguments.attribute(field, "default")).flatMap(a -> a.argument("value", 0))
        .filter(v -> v instanceof FunctionCall call && call.name().text().equals("dbgenerated")
            && Arguments.firstString(call, "value").filter(s -> !s.isBlank()).isEmpty())
        .isPresent();
  }

  private void comparePrimaryKeys() {
    Optional<Key> sql = there.primaryKey();
    Optional<Key> key = here.primaryKey();
    if (here.columns().isEmpty() || isJoinTable() || !there.isComplete()
        || there.kind() == Table.Kind.PARTITIONED || lacksColumns(key)) {
      return;
    }
    Place place = key.map(k -> k.origin().place()).orElse(here.origin().place());
    List<String> from = sql.map(k -> there.names(k.columns())).orElse(List.of());
    List<String> to = key.map(k -> here.names(k.columns())).orElse(List.of());
    if (!from.equals(to)) {
      found.add(Drift.differs(Kind.PRIMARY_KEY, name(), String.join(",", to), place,
          sql.map(k -> k.origin().place()).orElse(there.origin().place()), list(from), list(to)));
    } else if (sql.isPresent() && !sql.get().name().equals(key.orElseThrow().name())) {
      found.add(Drift.differs(Kind.NAME, name(), "primary key", place, sql.get().origin().place(), sql.get().name(),
          key.get().name()));
    }
  }

  private boolean lacksColumns(Optional<Key> key) {
    return key.filter(k -> here.names(k.columns()).stream().anyMatch(c -> there.column(c).isEmpty())).isPresent();
  }

  private static String list(List<String> columns) {
    return columns.isEmpty() ? "none" : "(" + String.join(", ", columns) + ")";
  }

  /** Before Prisma 6 the table of an implicit relation had a unique index instead of a key. */
  private boolean isJoinTable() {
    return !names.tables().containsKey(new QualifiedName(here.schema(), here.name()));
  }
}
