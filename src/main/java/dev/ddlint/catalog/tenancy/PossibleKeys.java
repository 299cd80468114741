package dev.ddlint.catalog.tenancy;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Constraint.ForeignKey;
import dev.ddlint.catalog.NameWords;
import dev.ddlint.catalog.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The names of the columns that may hold the tenant: soon found out, where who the tenants are takes long. A name that is
 * not among them is none of a {@link TenantModel}'s keys.
 */
public final class PossibleKeys {
  private final Catalog catalog;
  private final TenancySettings settings;
  /** The words of columns whose foreign keys lead to what may be the tenants' table. */
  private final Set<List<String>> leading = new HashSet<>();

  /** What is configured counts; else a key has a tenant's word in it, or a foreign key to a table that has. */
  public PossibleKeys(Catalog catalog, TenancySettings settings) {
    this.catalog = catalog;
    this.settings = settings;
    if (settings.key().isEmpty()) {
      catalog.tables().values().forEach(this::addForeignKeys);
    }
  }

  private void addForeignKeys(Table table) {
    for (ForeignKey key : table.constraints(ForeignKey.class)) {
      if (key.columns().size() == 1 && catalog.table(key.target()).filter(this::mayBeTenant).isPresent()) {
        table.column(key.columns().get(0)).ifPresent(column -> leading.add(NameWords.of(column.name())));
      }
    }
  }

  private boolean mayBeTenant(Table table) {
    return settings.root().isPresent() || table.kind() == Table.Kind.PARTITION || TenantWords.in(table).isPresent();
  }

  /** Whether a column of that name may hold the tenant. */
  public boolean has(String column) {
    List<String> words = NameWords.of(column);
    if (settings.key().isPresent()) {
      return settings.key().map(NameWords::of).filter(words::equals).isPresent();
    }
    boolean id = settings.root().isPresent() && !words.isEmpty() && words.get(words.size() - 1).equals("id");
    return id || words.stream().anyMatch(TenantWords::isKnown) || leading.contains(words);
  }

  /** Whether a column may that the table has in the catalog. */
  public boolean hasOneOf(Table table) {
    return catalog.table(table.id()).filter(own -> own.columns().stream().anyMatch(column -> has(column.name())))
        .isPresent();
  }
}
