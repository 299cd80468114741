package dev.ddlint.rule.tenancy;

import dev.ddlint.catalog.Column;
import dev.ddlint.catalog.DataType;
import dev.ddlint.print.TypeNames;
import dev.ddlint.rule.Concerns;
import dev.ddlint.rule.Effect;
import dev.ddlint.rule.Findings;
import dev.ddlint.rule.Rule;
import dev.ddlint.rule.Schema;
import dev.ddlint.rule.SchemaRule;
import dev.ddlint.rule.Subject;
import dev.ddlint.rule.TakesIn;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A tenant's key of another type than the tenant's own. */
@Rule("tenant-column-type-mismatch")
@Concerns(Effect.SCHEMA_STATE)
@TakesIn("foreign-key-type-mismatch")
public final class TenantColumnTypeMismatch implements SchemaRule {
  private static final List<String> INTEGERS = List.of("int2", "int4", "int8");
  private static final Set<String> TEXTS = Set.of("text", "varchar", "citext");

  @Override
  public void check(Schema schema, Findings findings) {
    Optional<Column> root = schema.tenancy().flatMap(model -> model.rootKey());
    Optional<DataType> type = root.flatMap(Column::type);
    type.ifPresent(wanted -> Scoped.all(schema)
        .forEach(scoped -> scoped.key().type().filter(own -> !fits(own, wanted))
            .ifPresent(own -> report(scoped, own, wanted, root.get(), findings))));
  }

  /** Wider integers and other texts hold each value and compare by an index. */
  private static boolean fits(DataType own, DataType wanted) {
    if (own.sameKind(wanted)) {
      return !isShorter(own, wanted);
    }
    int size = integer(own);
    boolean wider = size >= 0 && integer(wanted) >= 0 && size >= integer(wanted);
    return wider || isText(own) && isText(wanted) || own.user().isPresent() || wanted.user().isPresent();
  }

  private static boolean isShorter(DataType own, DataType wanted) {
    return own.is("varchar") && own.modifiers().size() == 1 && wanted.modifiers().size() == 1
        && length(own) < length(wanted);
  }

  private static int length(DataType type) {
    String written = type.modifiers().get(0);
    return written.chars().allMatch(Character::isDigit) && written.length() < 9 ? Integer.parseInt(written) : 0;
  }

  private static int integer(DataType type) {
    return INTEGERS.stream().filter(type::is).findFirst().map(INTEGERS::indexOf).orElse(-1);
  }

  private static boolean isText(DataType type) {
    return TEXTS.stream().anyMatch(type::is);
  }

  private static void report(Scoped scoped, DataType own, DataType wanted, Column root, Findings findings) {
    findings.report(scoped.key().origin().place()).about(Subject.column(scoped.table(), scoped.key().name()))
        .says("`%s.%s` is %s, but a tenant's `%s` is %s", scoped.table().displayName(), scoped.key().name(),
            TypeNames.format(own.name()), root.name(), TypeNames.format(wanted.name()))
        .fact("why", integer(own) >= 0 && integer(wanted) >= 0
            ? "a tenant whose number is too large for it can have no rows here"
            : "no foreign key can join the two, and each comparison casts, past the index")
        .related(root.origin().place(), "the tenant's own `%s`", root.name());
  }
}
