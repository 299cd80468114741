package dev.ddlint.catalog;

import dev.ddlint.catalog.UserType.DomainCheck;
import dev.ddlint.ir.AddEnumValue;
import dev.ddlint.ir.AlterDomain;
import dev.ddlint.ir.AlterDomain.Action;
import dev.ddlint.ir.ColumnConstraint;
import dev.ddlint.ir.CreateDomain;
import dev.ddlint.ir.CreateEnum;
import dev.ddlint.ir.CreateType;
import dev.ddlint.ir.Expression;
import dev.ddlint.ir.Identifier;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.ir.RenameEnumValue;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes and changes enums, domains and other types. */
final class TypeFold {
  private final Draft draft;

  TypeFold(Draft draft) {
    this.draft = draft;
  }

  void createEnum(CreateEnum statement) {
    make(statement.name(), UserType.Kind.ENUM, statement.values(), Optional.empty(), false, List.of(),
        statement.span());
  }

  void createType(CreateType statement) {
    UserType.Kind kind = switch (statement.form()) {
      case COMPOSITE -> UserType.Kind.COMPOSITE;
      case RANGE -> UserType.Kind.RANGE;
      case BASE, SHELL -> UserType.Kind.OTHER;
    };
    make(statement.name(), kind, List.of(), Optional.empty(), false, List.of(), statement.span());
  }

  void createDomain(CreateDomain statement) {
    boolean notNull = statement.constraints().stream().anyMatch(ColumnConstraint.NotNull.class::isInstance);
    List<DomainCheck> checks = new ArrayList<>();
    for (ColumnConstraint constraint : statement.constraints()) {
      if (constraint instanceof ColumnConstraint.Check check) {
        checks.add(
            new DomainCheck(checkName(statement.name().name(), check.name(), checks), check.condition().text(), true));
      }
    }
    make(statement.name(), UserType.Kind.DOMAIN, List.of(), Optional.of(new ColumnFold(draft).type(statement.type())),
        notNull, checks, statement.span());
    statement.constraints().stream().filter(ColumnConstraint.Default.class::isInstance)
        .map(ColumnConstraint.Default.class::cast).findFirst().ifPresent(value -> draft.type(statement.name())
            .ifPresent(type -> draft.put(type.withDefault(set(value.value())))));
  }

  private static String checkName(String domain, Optional<Identifier> written, List<DomainCheck> others) {
    return written.map(Identifier::name).orElseGet(() -> GeneratedNames.choose(domain, "", "check",
        name -> others.stream().anyMatch(check -> check.name().equals(name))));
  }

  private void make(ObjectName name, UserType.Kind kind, List<String> values, Optional<DataType> base, boolean notNull,
      List<DomainCheck> checks, Span span) {
    if (draft.type(new ObjectName(Optional.of(draft.creationSchema(name)), name.name(), name.span())).isPresent()) {
      return;
    }
    UserType type = new UserType(draft.newId(), draft.creationSchema(name), name.name(), kind, List.copyOf(values),
        base, Optional.empty(), notNull, List.copyOf(checks), draft.origin(span));
    draft.put(type);
    draft.add(new Change.TypeCreated(type, span));
  }

  void addValue(AddEnumValue statement) {
    Optional<UserType> type = draft.type(statement.type());
    boolean exists = type.filter(t -> t.values().contains(statement.value())).isPresent();
    if (exists) {
      return;
    }
    type.ifPresent(t -> {
      List<String> values = new ArrayList<>(t.values());
      values.add(position(values, statement), statement.value());
      draft.put(t.withValues(values));
    });
    draft.add(new Change.EnumValueAdded(statement.type().toString(), type, statement.value(), statement.span()));
  }

  private static int position(List<String> values, AddEnumValue statement) {
    int at = statement.neighbor().map(n -> values.indexOf(n.value())).orElse(-1);
    return at < 0 ? values.size() : statement.neighbor().orElseThrow().before() ? at : at + 1;
  }

  void renameValue(RenameEnumValue statement) {
    Optional<UserType> type = draft.type(statement.type());
    type.ifPresent(t -> draft.put(t.withValues(
        t.values().stream().map(v -> v.equals(statement.from()) ? statement.to() : v).toList())));
    draft.add(new Change.EnumValueRenamed(statement.type().toString(), type, statement.from(), statement.to(),
        statement.span()));
  }

  void alterDomain(AlterDomain statement) {
    Optional<UserType> domain = draft.type(statement.name());
    domain.ifPresent(type -> draft.put(altered(type, statement.action())));
    draft.add(new Change.DomainChanged(statement.name().toString(), domain, statement, statement.span()));
  }

  private static Optional<Expression> set(Expression value) {
    return Optional.of(value).filter(written -> !Defaults.isNull(written));
  }

  private static UserType altered(UserType type, Action action) {
    List<DomainCheck> checks = new ArrayList<>(type.checks());
    boolean notNull = type.notNull();
    switch (action) {
      case Action.SetNotNull a -> notNull = true;
      case Action.DropNotNull a -> notNull = false;
      case Action.AddConstraint a -> {
        notNull |= a.check().isEmpty();
        a.check().map(Expression::text).ifPresent(
            text -> checks.add(new DomainCheck(checkName(type.name(), a.name(), checks), text, !a.notValid())));
      }
      case Action.DropConstraint a -> checks.removeIf(check -> check.name().equals(a.name().name()));
      case Action.ValidateConstraint a -> checks.replaceAll(
          check -> check.name().equals(a.name().name())
              ? new DomainCheck(check.name(), check.condition(), true)
              : check);
      case Action.SetDefault a -> {
        return type.withDefault(set(a.value()));
      }
      case Action.DropDefault a -> {
        return type.withDefault(Optional.empty());
      }
    }
    return type.withDomain(notNull, checks);
  }
}
