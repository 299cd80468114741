package dev.ddlint.rule;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.DataType;
import dev.ddlint.catalog.UserType;
import dev.ddlint.finding.Advice;
import dev.ddlint.print.Compose;
import dev.ddlint.print.Names;
import java.util.List;
import java.util.Optional;

/**
 * A column that moves from one enum to another, as tools do it to take values away.
 *
 * @param from the enum of the column until now
 */
public record EnumSwap(UserType from, UserType to) {

  /** The swap that a type change is; empty when it is none. */
  public static Optional<EnumSwap> of(Change.TypeChanged changed, Context at) {
    Catalog catalog = at.before().catalog();
    Optional<UserType> now = changed.from().flatMap(catalog::type).filter(EnumSwap::isEnum);
    // By its old name: it may have given that away already.
    Optional<UserType> from = now.map(type -> at.day().before().catalog().type(type.id()).orElse(type));
    Optional<UserType> to = catalog.type(changed.to()).filter(EnumSwap::isEnum);
    return from.isPresent() && to.isPresent() && !from.get().id().equals(to.get().id())
        ? Optional.of(new EnumSwap(from.get(), to.get()))
        : Optional.empty();
  }

  private static boolean isEnum(UserType type) {
    return type.kind() == UserType.Kind.ENUM;
  }

  public List<String> removed() {
    return from.values().stream().filter(value -> !to.values().contains(value)).toList();
  }

  public List<String> added() {
    return to.values().stream().filter(value -> !from.values().contains(value)).toList();
  }

  public List<String> kept() {
    return from.values().stream().filter(to.values()::contains).toList();
  }

  /** All columns of tables with rows that the migration moves from the one to the other. */
  public List<Change.TypeChanged> columns(Context at) {
    return at.migration().stream().filter(Change.TypeChanged.class::isInstance).map(Change.TypeChanged.class::cast)
        .filter(c -> c.from().flatMap(DataType::user).filter(from.id()::equals).isPresent()
            && c.to().user().filter(to.id()::equals).isPresent() && !at.isNew(c.table()))
        .toList();
  }

  /** A swap that only adds values needs none: ADD VALUE changes the type in place and rewrites nothing. */
  public Optional<Advice> addedInPlace() {
    return removed().isEmpty() && !added().isEmpty()
        ? Optional.of(new Advice(Advice.Kind.STAGED, List.of(new Advice.Step("in this migration", values()))))
        : Optional.empty();
  }

  /** ADD VALUE for each value that the new type has and the old one lacks. */
  public List<String> values() {
    String name = Names.of(Compose.object(from.schema(), from.name()));
    return added().stream().map(value -> "ALTER TYPE " + name + " ADD VALUE " + Names.literal(value) + ";").toList();
  }
}
