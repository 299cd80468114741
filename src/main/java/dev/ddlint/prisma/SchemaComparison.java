package dev.ddlint.prisma;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Catalog.QualifiedName;
import dev.ddlint.catalog.Constraint.ForeignKey;
import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.UserType;
import dev.ddlint.prisma.Drift.Kind;
import dev.ddlint.text.Order;
import dev.ddlint.text.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Compares a Prisma schema with the catalog that the migrations beside it lead to, as Prisma itself does with a shadow
 * database. Says nothing of what a Prisma schema cannot express, and nothing of what the migrations leave open.
 */
public final class SchemaComparison {
  private static final String BOOKKEEPING = "_prisma_migrations";

  private final Catalog migrations;
  private final Catalog schema;
  private final PrismaNames names;
  private final Predicate<String> compared;
  private final List<Drift> found = new ArrayList<>();
  private final Set<String> schemas = new HashSet<>(Set.of("public"));

  private SchemaComparison(Catalog migrations, Catalog schema, PrismaNames names, Predicate<String> compared) {
    this.migrations = migrations;
    this.compared = compared;
    this.schema = schema;
    this.names = names;
    schemas.addAll(schema.schemas());
    schemas.addAll(names.schemas());
  }

  /**
   * All differences, in the order of the schema, then those of the migrations.
   *
   * @param compared whether a table of that name is compared
   */
  public static List<Drift> between(Catalog migrations, Catalog schema, PrismaNames names,
      Predicate<String> compared) {
    return new SchemaComparison(migrations, schema, names, compared).find();
  }

  /** Whether a relation has no foreign key in the migrations, which know its table. */
  public static boolean lacks(Catalog migrations, Catalog schema, Table table, ForeignKey key) {
    return key.enforced() && migrations.table(table.schema(), table.name())
        .filter(there -> there.isComplete() && !migrations.isUncertain(there)
            && !ForeignKeyDrift.exists(migrations, there, schema, table, key))
        .isPresent();
  }

  /**
   * The names of the tables of migrations of which a difference may stand in some of their files, as far as it is one
   * that the schema lacks.
   */
  public static Set<String> tables(Catalog migrations, Predicate<SourceFile> files) {
    return tables(migrations).stream().filter(table -> touches(migrations, table, files)).map(Table::name)
        .collect(Collectors.toSet());
  }

  private static boolean touches(Catalog migrations, Table table, Predicate<SourceFile> files) {
    return files.test(table.origin().place().file())
        || table.columns().stream().anyMatch(column -> files.test(column.origin().place().file()))
        || table.constraints().stream().anyMatch(constraint -> files.test(constraint.origin().place().file()))
        || migrations.indexesOf(table).stream().anyMatch(index -> files.test(index.origin().place().file()));
  }

  /** Whether an enum of migrations was made in some of their files. */
  public static boolean hasEnum(Catalog migrations, Predicate<SourceFile> files) {
    return EnumDiff.enums(migrations).stream().anyMatch(type -> files.test(type.origin().place().file()));
  }

  private List<Drift> find() {
    for (Table table : compared(schema)) {
      Optional<Table> there = migrations.table(table.schema(), table.name());
      if (there.isEmpty()) {
        missing(table);
      } else if (comparable(there.get())) {
        new TableDrift(migrations, there.get(), schema, table, names, found).compare();
      }
    }
    EnumDiff.enums(schema).forEach(this::compare);
    compared(migrations).stream().filter(this::isExtra).forEach(table -> found.add(Drift.onlyMigrations(Kind.TABLE,
        qualified(table.schema(), table.name()), "", table.origin().place())));
    EnumDiff.enums(migrations).stream().filter(this::isExtra).forEach(type -> found.add(Drift.onlyMigrations(
        Kind.ENUM, qualified(type.schema(), type.name()), "", type.origin().place())));
    return found;
  }

  private List<Table> compared(Catalog catalog) {
    return tables(catalog).stream().filter(table -> compared.test(table.name())).toList();
  }

  private static List<Table> tables(Catalog catalog) {
    return catalog.tables().values().stream()
        .filter(t -> t.isKnown() && !t.kind().isView() && !TableLowering.isRepeated(t))
        .sorted(Order.by(t -> t.id().value())).toList();
  }

  static String qualified(String schema, String name) {
    return schema + "." + name;
  }

  private boolean comparable(Table table) {
    return table.isKnown() && !migrations.isUncertain(table) && !table.kind().isView();
  }

  /** A table that the history began without is there all the same; then others may be, too. */
  private void missing(Table table) {
    boolean complete = migrations.tables().values().stream()
        .noneMatch(t -> !t.isKnown() && t.schema().equals(table.schema()));
    if (complete) {
      found.add(Drift.onlySchema(Kind.TABLE, qualified(table.schema(), table.name()), "", table.origin().place()));
    }
  }

  private boolean isExtra(Table table) {
    boolean mine = schemas.contains(table.schema()) && !table.name().equals(BOOKKEEPING)
        && !names.views().contains(new QualifiedName(table.schema(), table.name()));
    boolean plain = table.kind() == Table.Kind.ORDINARY || table.kind() == Table.Kind.PARTITIONED;
    return mine && plain && table.parents().isEmpty() && !table.isTemporary() && !migrations.isUncertain(table)
        && schema.table(table.schema(), table.name()).isEmpty();
  }

  private boolean isExtra(UserType type) {
    return schemas.contains(type.schema()) && same(schema, type).isEmpty();
  }

  private static Optional<UserType> same(Catalog catalog, UserType type) {
    return EnumDiff.enums(catalog).stream().filter(t -> EnumDiff.sql(t).equals(EnumDiff.sql(type))).findFirst();
  }

  private void compare(UserType type) {
    Optional<UserType> there = same(migrations, type);
    String name = qualified(type.schema(), type.name());
    if (there.isEmpty()) {
      found.add(Drift.onlySchema(Kind.ENUM, name, "", type.origin().place()));
      return;
    }
    type.values().stream().filter(v -> !there.get().values().contains(v)).forEach(value -> found.add(
        Drift.onlySchema(Kind.ENUM_VALUE, name, value, names.value(type.schema(), type.name(), value)
            .orElse(type.origin().place()))));
    there.get().values().stream().filter(v -> !type.values().contains(v)).forEach(value -> found.add(
        Drift.onlyMigrations(Kind.ENUM_VALUE, name, value, there.get().origin().place(), type.origin().place())));
  }
}
