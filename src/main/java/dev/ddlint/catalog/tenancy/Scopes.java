package dev.ddlint.catalog.tenancy;

import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.NameWords;
import dev.ddlint.catalog.ObjectId;
import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.tenancy.References.Edge;
import dev.ddlint.catalog.tenancy.TenantModel.Scope;
import dev.ddlint.text.Order;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Says of each table how its rows belong to a tenant: the surest sign first, then what follows from it. */
final class Scopes {
  private final References references;
  private final Tenant tenant;
  private final TenancySettings settings;
  private final Map<ObjectId, Scope> scopes = new LinkedHashMap<>();
  private final Set<ObjectId> ofUsers = new HashSet<>();

  Scopes(References references, Tenant tenant, TenancySettings settings) {
    this.references = references;
    this.tenant = tenant;
    this.settings = settings;
  }

  Map<ObjectId, Scope> find() {
    each(this::configured);
    each(this::root);
    each(this::direct);
    untilNothingChanges(this::indirect);
    each(this::upper);
    each(this::otherLevel);
    untilNothingChanges(this::belowUpper);
    each(this::sharedByName);
    untilNothingChanges(this::ownedByUser);
    each(this::ownedByUserOrUpper);
    untilNothingChanges(table -> lookup(table).or(() -> partOfShared(table)));
    each(this::island);
    each(this::optional);
    each(table -> Optional.of(new Scope(ScopeClass.UNSCOPED, "holds no key, and no foreign key leads to a table that"
        + " does", Optional.empty())));
    return inOrder();
  }

  private void each(Function<Table, Optional<Scope>> step) {
    for (Table table : references.tables()) {
      if (!scopes.containsKey(table.id())) {
        step.apply(table).ifPresent(scope -> scopes.put(table.id(), scope));
      }
    }
  }

  private void untilNothingChanges(Function<Table, Optional<Scope>> step) {
    int before;
    do {
      before = scopes.size();
      each(step);
    } while (scopes.size() > before);
  }

  private Map<ObjectId, Scope> inOrder() {
    Map<ObjectId, Scope> ordered = new LinkedHashMap<>();
    references.tables().forEach(table -> ordered.put(table.id(), scopes.get(table.id())));
    references.catalog().tables().values().stream().filter(table -> table.kind() == Table.Kind.PARTITION)
        .sorted(Order.by(table -> table.id().value())).forEach(partition -> partition.parents().stream()
            .flatMap(parent -> Optional.ofNullable(ordered.get(parent)).stream()).findFirst()
            .ifPresent(scope -> ordered.put(partition.id(), ofPartition(scope, partition))));
    return ordered;
  }

  private static Scope ofPartition(Scope whole, Table partition) {
    return new Scope(whole.kind(), whole.reason(), whole.key().flatMap(key -> partition.column(key.name())));
  }

  private Optional<Scope> configured(Table table) {
    return when(settings.shared().stream().anyMatch(name -> TableNames.matches(name, table)), ScopeClass.SHARED,
        "is shared, as the configuration says");
  }

  private Optional<Scope> root(Table table) {
    return when(tenant.chosen().is(table), ScopeClass.ROOT, "has a row for each tenant");
  }

  private Optional<Scope> direct(Table table) {
    Optional<Column> key = isUpper(table) ? Optional.empty() : tenant.chosen().keyOf(table, references);
    return key.map(column -> new Scope(ScopeClass.DIRECT, "holds `" + column.name() + "`", key));
  }

  private Optional<Scope> indirect(Table table) {
    return edge(table, edge -> edge.required() && isScoped(edge.to()))
        .map(edge -> scope(ScopeClass.INDIRECT, "is reached by " + path(edge) + ", which is required"));
  }

  private boolean isScoped(Table table) {
    return is(table, ScopeClass.ROOT) || is(table, ScopeClass.DIRECT) || is(table, ScopeClass.INDIRECT);
  }

  private boolean isUpper(Table table) {
    return tenant.upper().stream().anyMatch(candidate -> candidate.is(table));
  }

  private Optional<Scope> upper(Table table) {
    if (isUpper(table)) {
      return Optional.of(scope(ScopeClass.UPPER, "stands beside or above the tenant"));
    }
    return tenant.upper().stream().flatMap(level -> level.keyOf(table, references).stream())
        .filter(Column::notNull).findFirst().map(column -> scope(ScopeClass.UPPER,
            "holds `" + column.name() + "`, which stands beside or above the tenant"));
  }

  /** A schema that is a part of a larger one may hold the keys of levels whose tables are elsewhere. */
  private Optional<Scope> otherLevel(Table table) {
    return table.columns().stream()
        .filter(column -> column.notNull() && TenantWords.isLevelKey(NameWords.of(column.name()))
            && references.declaredTarget(table, column).isEmpty())
        .findFirst().map(column -> scope(ScopeClass.UPPER, "holds `" + column.name() + "`, another level of tenants"));
  }

  private Optional<Scope> belowUpper(Table table) {
    return edge(table, edge -> edge.required() && is(edge.to(), ScopeClass.UPPER))
        .map(edge -> scope(ScopeClass.UPPER, "belongs above the tenant by " + path(edge)));
  }

  private Optional<Scope> sharedByName(Table table) {
    return SharedNames.reason(table).map(reason -> scope(ScopeClass.SHARED, reason));
  }

  /** All that leads out of it leads to a user, or to what users or all tenants have. */
  private Optional<Scope> ownedByUser(Table table) {
    List<Edge> edges = references.from(table);
    boolean owned = edges.stream().anyMatch(edge -> SharedNames.isUser(edge.to()) || ofUsers.contains(edge.to().id()));
    boolean only = edges.stream()
        .allMatch(edge -> SharedNames.isUser(edge.to()) || is(edge.to(), ScopeClass.SHARED));
    if (owned && only) {
      ofUsers.add(table.id());
    }
    return when(owned && only, ScopeClass.SHARED, "belongs to a user, whichever tenant that works for");
  }

  /** A person's own, or of what stands above the tenant, as the row decides. */
  private Optional<Scope> ownedByUserOrUpper(Table table) {
    List<Edge> edges = references.from(table);
    boolean either = edges.stream().anyMatch(edge -> SharedNames.isUser(edge.to()))
        && edges.stream().allMatch(edge -> SharedNames.isUser(edge.to()) || is(edge.to(), ScopeClass.UPPER));
    return when(either, ScopeClass.UPPER, "belongs to a user or stands above the tenant");
  }

  /** What a tenant's rows refer to and which does not refer to a tenant is a list, or a part of them. */
  private Optional<Scope> lookup(Table table) {
    return references.to(table).stream()
        .filter(edge -> isScoped(edge.from()) || is(edge.from(), ScopeClass.UPPER)
            || is(edge.from(), ScopeClass.SHARED))
        .findFirst().map(edge -> scope(ScopeClass.SHARED, "is referred to by `" + edge.from().displayName() + "`"));
  }

  /** It goes with a row that all tenants share, and leads nowhere else: the lines of a template, the versions of a list. */
  private Optional<Scope> partOfShared(Table table) {
    List<Edge> edges = references.from(table);
    boolean only = edges.stream().allMatch(edge -> is(edge.to(), ScopeClass.SHARED));
    return edges.stream().filter(edge -> only && edge.cascades() && edge.required()).findFirst()
        .map(edge -> scope(ScopeClass.SHARED, "is a part of `" + edge.to().displayName() + "`, which is shared"));
  }

  private Optional<Scope> island(Table table) {
    return when(references.isIsland(table), ScopeClass.SHARED, "has no foreign key and none leads to it");
  }

  private Optional<Scope> optional(Table table) {
    return edge(table, edge -> isScoped(edge.to()) || is(edge.to(), ScopeClass.UPPER))
        .map(edge -> scope(ScopeClass.OPTIONAL_PATH, "is reached only by " + path(edge) + ", which may be NULL"));
  }

  private Optional<Edge> edge(Table table, Predicate<Edge> condition) {
    return references.from(table).stream().filter(condition).findFirst();
  }

  private boolean is(Table table, ScopeClass kind) {
    return Optional.ofNullable(scopes.get(table.id())).filter(scope -> scope.kind() == kind).isPresent();
  }

  private static String path(Edge edge) {
    return edge.columnNames() + " to `" + edge.to().displayName() + "`";
  }

  private static Optional<Scope> when(boolean condition, ScopeClass kind, String reason) {
    return condition ? Optional.of(scope(kind, reason)) : Optional.empty();
  }

  private static Scope scope(ScopeClass kind, String reason) {
    return new Scope(kind, reason, Optional.empty());
  }
}
