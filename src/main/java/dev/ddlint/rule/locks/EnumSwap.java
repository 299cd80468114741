package dev.ddlint.rule.locks;

import dev.ddlint.catalog.Change.TypeChanged;
import dev.ddlint.catalog.Change.TypeRenamed;
import dev.ddlint.catalog.DataType;
import dev.ddlint.catalog.UserType;
import dev.ddlint.finding.Advice;
import dev.ddlint.ir.Expression;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.print.Compose;
import dev.ddlint.print.Names;
import dev.ddlint.print.SqlPrinter;
import dev.ddlint.rule.Context;
import dev.ddlint.rule.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A column that goes from an enum to the one that takes its name: how Prisma Migrate and others write that an enum loses
 * a value, since PostgreSQL has no statement for it.
 *
 * @param name the enum's, before the migration and after it
 * @param from the enum with the old values
 * @param to the one that replaces it
 * @param next where a statement belongs that must wait for the transaction to end
 */
record EnumSwap(TypeChanged changed, String name, UserType from, UserType to, String next) {

  static Optional<EnumSwap> of(TypeChanged changed, Context at) {
    if (changed.to().isArray()) {
      return Optional.empty();
    }
    Optional<UserType> from = changed.from().flatMap(type -> enumeration(type, at));
    Optional<String> name = from.flatMap(type -> at.day().before().catalog().type(type.id())).map(UserType::name);
    return name.flatMap(known -> enumeration(changed.to(), at).filter(to -> takes(known, to, at))
        .map(to -> new EnumSwap(changed, known, from.orElseThrow(), to, at.transaction().next())));
  }

  private static Optional<UserType> enumeration(DataType type, Context at) {
    return at.before().catalog().type(type).filter(user -> user.kind() == UserType.Kind.ENUM);
  }

  /** Now, where the old type was renamed before, or later in the migration. */
  private static boolean takes(String name, UserType to, Context at) {
    return to.name().equals(name) || at.migration().stream().anyMatch(change -> change instanceof TypeRenamed renamed
        && renamed.type().id().equals(to.id()) && renamed.name().equals(name));
  }

  /** The enum stays, and a check forbids what must not come back: it is validated without blocking anybody. */
  Advice advice() {
    List<String> gone = minus(from.values(), to.values());
    ObjectName table = Compose.object(changed.table().schema(), changed.table().name());
    String type = Names.of(Compose.object(from.schema(), name));
    List<String> now = new ArrayList<>();
    minus(to.values(), from.values())
        .forEach(value -> now.add("ALTER TYPE " + type + " ADD VALUE " + Names.literal(value) + ";"));
    if (gone.isEmpty()) {
      return new Advice(Advice.Kind.STAGED, List.of(new Advice.Step("in this migration", List.copyOf(now))));
    }
    String check = Names.chosen(changed.table().name() + "_" + changed.name(), "values");
    String values = gone.stream().map(Names::literal).collect(Collectors.joining(", "));
    now.add("-- leave " + type + " as it is, and keep the old values out:");
    now.add(SqlPrinter.print(Compose.alter(table, Compose.check(check,
        Expression.of(Names.of(changed.name()) + " NOT IN (" + values + ")")))));
    return new Advice(Advice.Kind.STAGED, List.of(new Advice.Step("in this migration", List.copyOf(now)),
        new Advice.Step(next, List.of(SqlPrinter.print(Compose.alter(table, Compose.validate(check)))))));
  }

  private static List<String> minus(List<String> values, List<String> others) {
    List<String> rest = new ArrayList<>(values);
    rest.removeAll(others);
    return rest;
  }
}
