package dev.ddlint.rule.tenancy;

import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.Constraint.ForeignKey;
import dev.ddlint.catalog.Index;
import dev.ddlint.catalog.Table;
import dev.ddlint.finding.Level;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;
import dev.ddlint.rule.Subject;
import dev.ddlint.text.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A foreign key between two tables of tenants that lets a row refer to another tenant's. Where no foreign key of a schema
 * carries the tenant, that is how the schema is made: one note for all of them, until a change adds one.
 */
@Rule("cross-tenant-reference")
@Concerns(Effect.TENANCY)
public final class CrossTenantReference implements SchemaRule {
  private static final int NAMED = 3;

  /** A foreign key that does not carry the tenant. */
  private record Loose(Scoped from, ForeignKey key, Scoped to) {}

  @Override
  public void check(Schema schema, Findings findings) {
    if (Scoped.all(schema).findAny().isEmpty()) {
      return;
    }
    boolean customary = isCustomary(schema);
    // A part of a schema under audit says what the whole says.
    Stream<Scoped> asked = schema.audit() ? Scoped.everywhere(schema) : Scoped.all(schema);
    Map<Boolean, List<Loose>> forgotten = asked.flatMap(from -> from.table().constraints(ForeignKey.class).stream()
        .flatMap(key -> loose(from, key, schema).stream()))
        .collect(Collectors.partitioningBy(loose -> customary || isPrepared(loose)));
    forgotten.getOrDefault(true, List.of()).forEach(loose -> report(loose, customary, Level.WARNING, findings));
    List<Loose> usual = forgotten.getOrDefault(false, List.of());
    if (schema.audit() && usual.size() > 1) {
      summarise(usual, findings);
    } else {
      usual.forEach(loose -> report(loose, false, Level.NOTE, findings));
    }
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

  /**
   * Whether some foreign key of the schema carries the tenant though it need not: the rest of it names one row already.
   * A key such as (tenant, name) is what its row is known by, and carries the tenant without anybody's intent.
   */
  private static boolean isCustomary(Schema schema) {
    return schema.tenancy().filter(model -> model.scopes().keySet().stream()
        .flatMap(id -> schema.catalog().table(id).stream())
        .anyMatch(table -> KeyColumns.key(table, model).filter(key -> table.constraints(ForeignKey.class).stream()
            .anyMatch(foreign -> foreign.columns().size() == 2 && foreign.columns().contains(key.number())
                && schema.catalog().table(foreign.target())
                    .filter(target -> KeyColumns.key(target, model).filter(to -> namesOne(foreign, target, to))
                        .isPresent())
                    .isPresent()))
            .isPresent()))
        .isPresent();
  }

  private static boolean namesOne(ForeignKey key, Table target, Column tenant) {
    List<Integer> others = key.targetColumns().stream().filter(number -> number != tenant.number()).toList();
    boolean identity = target.primaryKey().filter(primary -> primary.columns().equals(others)).isPresent();
    return others.size() == 1 && key.targetColumns().contains(tenant.number())
        && (identity || target.names(others).equals(List.of("id")));
  }

  /** Whether the referenced table has a unique key over its columns and the tenant. */
  private static boolean isReady(Loose loose) {
    List<Integer> wanted = wanted(loose);
    return uniques(loose).anyMatch(columns -> Set.copyOf(columns).equals(Set.copyOf(wanted)));
  }

  /** The same with its own columns first: a search has no use for that, so it was made to be referred to. */
  private static boolean isPrepared(Loose loose) {
    return uniques(loose).anyMatch(wanted(loose)::equals);
  }

  private static List<Integer> wanted(Loose loose) {
    List<Integer> wanted = new ArrayList<>(loose.key().targetColumns());
    wanted.add(loose.to().key().number());
    return wanted;
  }

  private static Stream<List<Integer>> uniques(Loose loose) {
    return loose.to().schema().catalog().indexesOf(loose.to().table()).stream().filter(Index::unique)
        .flatMap(index -> index.columns().stream());
  }

  private static void report(Loose loose, boolean customary, Level level, Findings findings) {
    Table from = loose.from().table();
    Table to = loose.to().table();
    boolean ready = isReady(loose);
    Findings.Report report = findings.report(loose.key().origin().place())
        .about(Subject.constraint(from, loose.key().name())).level(level)
        .says("a row of `%s` can refer to another tenant's row of `%s`", from.displayName(), to.displayName())
        .fact("why", ready
            ? "the foreign key does not carry `%s`, although `%s` has a unique key for it"
            : customary
                ? "the foreign key does not carry `%s`, as others of this schema do"
                : "the foreign key does not carry `%s`: the database takes any `%s`",
            loose.from().key().name(), to.displayName());
    report.instead(new CompositeKeyAdvice(loose.from(), loose.key(), loose.to()).steps(ready));
  }

  private static void summarise(List<Loose> usual, Findings findings) {
    Loose first = usual.get(0);
    String key = first.from().key().name();
    Findings.Report report = findings.report(first.key().origin().place())
        .about(Subject.other("tenant", "", first.from().model().key())).level(Level.NOTE)
        .says("%d foreign keys let a row refer to another tenant's: none of them carries `%s`", usual.size(), key)
        .fact("why", "the database takes any row of %s", targets(usual));
    usual.stream().skip(1).limit(NAMED).forEach(loose -> report.related(loose.key().origin().place(),
        "from `%s` to `%s`", loose.from().table().displayName(), loose.to().table().displayName()));
    report.instead(new CompositeKeyAdvice(first.from(), first.key(), first.to()).steps(isReady(first)));
  }

  /** The tables that most of them lead to, and how many others there are. */
  private static String targets(List<Loose> usual) {
    Map<String, Long> counts = usual.stream().collect(
        Collectors.groupingBy(loose -> loose.to().table().displayName(), TreeMap::new, Collectors.counting()));
    List<String> most = new ArrayList<>(counts.entrySet()).stream()
        .sorted(Order.<Map.Entry<String, Long>, Long>by(Map.Entry::getValue).reversed()).limit(NAMED)
        .map(entry -> "`" + entry.getKey() + "` (" + entry.getValue() + ")").toList();
    int others = counts.size() - most.size();
    return String.join(", ", most)
        + (others == 0 ? "" : " and of " + others + (others == 1 ? " other table" : " other tables"));
  }
}
