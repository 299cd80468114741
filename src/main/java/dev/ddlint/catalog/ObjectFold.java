package dev.ddlint.catalog;

import dev.ddlint.catalog.Sequence.Owner;
import dev.ddlint.ir.AlterPolicy;
import dev.ddlint.ir.AlterSequence;
import dev.ddlint.ir.CreateFunction;
import dev.ddlint.ir.CreatePolicy;
import dev.ddlint.ir.CreateSequence;
import dev.ddlint.ir.CreateTrigger;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.ir.OtherStatement;
import dev.ddlint.ir.Persistence;
import dev.ddlint.ir.Privileges;
import dev.ddlint.ir.SequenceOption;
import dev.ddlint.ir.TypeName;
import dev.ddlint.parse.ExpressionWords;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes the objects around tables: sequences, functions, triggers, policies. */
final class ObjectFold {
  private final Draft draft;

  ObjectFold(Draft draft) {
    this.draft = draft;
  }

  void createSequence(CreateSequence statement) {
    String schema = statement.persistence() == Persistence.TEMPORARY
        ? Draft.TEMPORARY_SCHEMA
        : draft.creationSchema(statement.name());
    if (draft.isTaken(schema, statement.name().name())) {
      return;
    }
    Sequence sequence = new Sequence(draft.newId(), schema, statement.name().name(), owner(statement.options()),
        draft.origin(statement.span()));
    draft.put(sequence);
    draft.add(new Change.SequenceCreated(sequence, statement.span()));
  }

  void alterSequence(AlterSequence statement) {
    boolean owned = statement.options().stream().anyMatch(option -> option.name().equals("owned by"));
    if (owned) {
      draft.relation(statement.name()).map(draft.catalog().sequences()::get)
          .ifPresent(sequence -> draft.put(sequence.withOwner(owner(statement.options()))));
    }
  }

  /** OWNED BY [schema.]table.column, or NONE. */
  private Optional<Owner> owner(List<SequenceOption> options) {
    for (SequenceOption option : options) {
      if (option.name().equals("owned by")) {
        String[] parts = option.value().split("\\.");
        int last = parts.length - 1;
        if (last < 1) {
          return Optional.empty();
        }
        Optional<String> schema = last > 1 ? Optional.of(parts[last - 2]) : Optional.empty();
        return draft.table(new ObjectName(schema, parts[last - 1], Span.NONE))
            .flatMap(table -> table.column(parts[last]).map(column -> new Owner(table.id(), column.number())));
      }
    }
    return Optional.empty();
  }

  void createFunction(CreateFunction statement) {
    List<TypeName> inputs = statement.arguments().stream()
        .filter(a -> !a.mode().equals("OUT") && !a.mode().equals("TABLE")).map(CreateFunction.Argument::type).toList();
    Function function = new Function(draft.creationSchema(statement.name()), statement.name().name(),
        signature(statement.name().name(), inputs), statement, draft.origin(statement.span()));
    boolean replaced = draft.catalog().functions()
        .containsKey(new Catalog.QualifiedName(function.schema(), function.signature()));
    draft.contents().put(function);
    draft.add(new Change.FunctionCreated(function, replaced, statement.span()));
  }

  static String signature(String name, List<TypeName> inputs) {
    List<String> types = inputs.stream().map(t -> t.name() + (t.isArray() ? "[]" : "")).toList();
    return name + "(" + String.join(",", types) + ")";
  }

  void createTrigger(CreateTrigger statement) {
    Table table = draft.tableOrMentioned(statement.table());
    boolean refused = !statement.orReplace() && mayBeRefused(table)
        && table.triggers().stream().anyMatch(other -> other.name().equals(statement.name().name()));
    if (refused) {
      return;
    }
    Trigger trigger = Trigger.of(statement, draft.origin(statement.span()));
    List<Trigger> triggers = new ArrayList<>(table.triggers());
    triggers.removeIf(other -> other.name().equals(trigger.name()));
    triggers.add(trigger);
    draft.put(table.withTriggers(triggers));
    new PartitionFold(draft).spread(draft.current(table), trigger);
    draft.add(new Change.TriggerCreated(table, trigger, statement.span()));
  }

  /** What a table is not sure to have gives way, but not to a statement that allows for it. */
  private boolean mayBeRefused(Table table) {
    return draft.isConditional() || !draft.catalog().isUncertain(table);
  }

  void createPolicy(CreatePolicy statement) {
    Table table = draft.tableOrMentioned(statement.table());
    boolean refused = mayBeRefused(table)
        && table.policies().stream().anyMatch(other -> other.name().equals(statement.name().name()));
    if (refused) {
      return;
    }
    Policy policy = new Policy(statement.name().name(), statement.command(), statement.permissive(), statement.roles(),
        statement.using(), statement.withCheck(), draft.origin(statement.span()));
    List<Policy> policies = new ArrayList<>(table.policies());
    policies.removeIf(other -> other.name().equals(policy.name()));
    policies.add(policy);
    draft.put(table.withPolicies(policies));
    draft.add(new Change.PolicyCreated(table, policy, statement.span()));
  }

  void alterPolicy(AlterPolicy statement) {
    draft.table(statement.table()).ifPresent(table -> draft.put(table.withPolicies(table.policies().stream()
        .map(p -> p.name().equals(statement.name().name()) ? altered(p, statement, draft.origin(statement.span())) : p)
        .toList())));
  }

  /** It stands where it was last written: its expressions' spans belong to that file. */
  private static Policy altered(Policy policy, AlterPolicy statement, Origin at) {
    return new Policy(policy.name(), policy.command(), policy.permissive(),
        statement.roles().isEmpty() ? policy.roles() : statement.roles(),
        statement.using().isPresent() ? statement.using() : policy.using(),
        statement.withCheck().isPresent() ? statement.withCheck() : policy.withCheck(), at);
  }

  /** ALTER FUNCTION ... SET search_path: the one thing of it that is followed. */
  void alterFunction(OtherStatement statement) {
    boolean function = statement.command().equals("ALTER FUNCTION") || statement.command().equals("ALTER PROCEDURE")
        || statement.command().equals("ALTER ROUTINE");
    Set<String> words = function ? ExpressionWords.of(statement.span().of(draft.text())) : Set.of();
    if (words.contains("search_path")) {
      draft.catalog().functions().values().stream().filter(f -> words.contains(f.name()))
          .forEach(f -> draft.contents().put(f.withSearchPath()));
    }
  }

  void privileges(Privileges statement) {
    if (statement.objects().isEmpty()) {
      draft.add(new Change.PrivilegesChanged(statement, Optional.empty(), statement.span()));
    }
    for (ObjectName object : statement.objects()) {
      draft.add(new Change.PrivilegesChanged(statement, draft.table(object), statement.span()));
    }
  }
}
