package dev.ddlint.rule.tenancy;

import dev.ddlint.catalog.Constraint.ForeignKey;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Level;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;
import dev.ddlint.rule.Subject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A foreign key between two tables of tenants that lets a row refer to another tenant's. */
@Rule("cross-tenant-reference")
@Concerns(Effect.TENANCY)
public final class CrossTenantReference implements SchemaRule {

  /** A foreign key that does not carry the tenant. */
  private record Loose(Scoped from, ForeignKey key, Scoped to) {}

  @Override
  public void check(Schema schema, Findings findings) {
    List<Scoped> touched = Scoped.all(schema).toList();
    if (touched.isEmpty()) {
      return;
    }
    boolean customary = carries(schema);
    touched.forEach(from -> from.table().constraints(ForeignKey.class).stream()
        .flatMap(key -> loose(from, key, schema).stream())
        .forEach(loose -> report(loose, customary, findings)));
  }

  private static Optional<Loose> loose(Scoped from, ForeignKey key, Schema schema) {
    return schema.catalog().table(key.target()).filter(target -> !target.id().equals(from.table().id()))
        .flatMap(target -> KeyColumns.key(target, from.model())
            .map(column -> new Scoped(schema, from.model(), target, column)))
        // Rows without a tenant are everybody's: a key that carries the tenant could not refer to them.
        .filter(to -> to.key().notNull() && !carries(from, key, to) && !hasTwin(from, key, to))
        .map(to -> new Loose(from, key, to));
  }

  private static boolean carries(Scoped from, ForeignKey key, Scoped to) {
    int at = key.columns().indexOf(from.key().number());
    return at >= 0 && (key.targetColumns().isEmpty() || at < key.targetColumns().size()
        && key.targetColumns().get(at) == to.key().number());
  }

  /** Another foreign key over the same column carries it. */
  private static boolean hasTwin(Scoped from, ForeignKey key, Scoped to) {
    return from.table().constraints(ForeignKey.class).stream()
        .anyMatch(other -> other.target().equals(key.target()) && other.columns().containsAll(key.columns())
            && carries(from, other, to));
  }

  /** Whether some foreign key of the schema carries the tenant. */
  private static boolean carries(Schema schema) {
    return schema.tenancy().filter(model -> model.scopes().keySet().stream()
        .flatMap(id -> schema.catalog().table(id).stream())
        .anyMatch(table -> KeyColumns.key(table, model).filter(key -> table.constraints(ForeignKey.class).stream()
            .anyMatch(foreign -> foreign.columns().size() > 1 && foreign.columns().contains(key.number())
                && schema.catalog().table(foreign.target())
                    .flatMap(target -> KeyColumns.key(target, model)).isPresent()))
            .isPresent()))
        .isPresent();
  }

  private static boolean isReady(Loose loose) {
    Set<Integer> wanted = new HashSet<>(loose.key().targetColumns());
    wanted.add(loose.to().key().number());
    return loose.to().schema().catalog().indexesOf(loose.to().table()).stream().filter(index -> index.unique())
        .flatMap(index -> index.columns().stream()).anyMatch(columns -> new HashSet<>(columns).equals(wanted));
  }

  private static void report(Loose loose, boolean customary, Findings findings) {
    Table from = loose.from().table();
    Table to = loose.to().table();
    boolean ready = isReady(loose);
    Findings.Report report = findings.report(loose.key().origin().place())
        .about(Subject.constraint(from, loose.key().name())).level(ready || customary ? Level.WARNING : Level.NOTE)
        .says("a row of `%s` can refer to another tenant's row of `%s`", from.displayName(), to.displayName())
        .fact("why", ready
            ? "the foreign key does not carry `%s`, although `%s` has a unique key for it"
            : customary
                ? "the foreign key does not carry `%s`, as others of this schema do"
                : "the foreign key does not carry `%s`: the database takes any `%s`",
            loose.from().key().name(), to.displayName());
    report.instead(new CompositeKeyAdvice(loose.from(), loose.key(), loose.to()).steps(ready));
  }
}
