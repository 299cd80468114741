package dev.ddlint.rule;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Constraint;
import dev.ddlint.catalog.ObjectId;
import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.tenancy.Tenancy;
import dev.ddlint.catalog.tenancy.TenantModel;
import dev.ddlint.ir.Privileges;
import dev.ddlint.prisma.PrismaNames;
import dev.ddlint.prisma.SchemaComparison;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A schema under audit.
 *
 * @param kind where it comes from
 * @param prisma the models behind the tables, for a Prisma schema
 * @param migrations what the migrations beside a Prisma schema lead to; empty where there are none
 * @param tables all real tables that the history made, in the order they were made; no views
 * @param inference finds out about its tenants
 * @param runner how the history is run
 * @param passing the columns that migrations made and dropped again
 * @param granted each GRANT and REVOKE of the history, in its order
 * @param audit whether the schema as it stands is under report, not a change of it
 */
public record Schema(Catalog catalog, Kind kind, List<Table> tables, Supplier<Tenancy> inference,
    Optional<PrismaNames> prisma, Optional<Migrated> migrations, Settings settings, Runner runner,
    List<Passing> passing, List<Granted> granted, boolean audit) {

  /**
   * What the migrations beside a Prisma schema lead to.
   *
   * @param unread the words of the statements that could not be understood, in lower case: what these name is uncertain
   * @param only the names of the tables that are compared; all where it is empty
   */
  public record Migrated(Catalog catalog, Set<String> unread, Optional<Set<String>> only) {

    public Migrated(Catalog catalog, Set<String> unread) {
      this(catalog, unread, Optional.empty());
    }

    /** With some tables alone. */
    public Migrated comparing(Set<String> tables) {
      return new Migrated(catalog, unread, Optional.of(tables));
    }

    public boolean compares(String table) {
      return only.isEmpty() || only.get().contains(table);
    }

    /** Whether the history tells all of the table or type of that name. */
    public boolean tells(String name) {
      return !unread.contains(name.toLowerCase(Locale.ROOT));
    }
  }

  /** A column that one migration makes and drops again, with its table as it was then. */
  public record Passing(Table table, Column column) {}

  /**
   * A GRANT or REVOKE, once for each table that it names.
   *
   * @param table empty where it names none, or one that is not known
   * @param newest the number of the newest object when it was said
   */
  public record Granted(Privileges statement, Optional<ObjectId> table, int newest) {}

  /**
   * How a history is run.
   *
   * @param newest the ordinal of its last migration
   * @param wayOut where a statement belongs that may not run in a transaction, in the words of an advice step
   */
  public record Runner(int newest, String wayOut) {}

  /** How its rows belong to tenants; empty when they do not. */
  public Optional<TenantModel> tenancy() {
    return tenants().model();
  }

  /** What is known of its tenants. */
  public Tenancy tenants() {
    return inference.get();
  }

  /** Where a schema comes from; advice is written in its language. */
  public enum Kind {
    MIGRATIONS, PRISMA
  }

  public boolean isPrisma() {
    return kind == Kind.PRISMA;
  }

  /** Whether a Prisma relation has no foreign key in the database, as the migrations beside it say. */
  public boolean isDrifted(Table table, Constraint.ForeignKey key) {
    return migrations.filter(m -> m.tells(table.name()) && SchemaComparison.lacks(m.catalog(), catalog, table, key))
        .isPresent();
  }
}
