package dev.ddlint.prisma;

import dev.ddlint.ir.AlterTable;
import dev.ddlint.ir.Deferral;
import dev.ddlint.ir.Identifier;
import dev.ddlint.ir.ObjectKind;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.ir.Reference;
import dev.ddlint.ir.ReferentialAction;
import dev.ddlint.ir.TableAction;
import dev.ddlint.ir.TableConstraint;
import dev.ddlint.parse.prisma.Arity;
import dev.ddlint.parse.prisma.Attribute;
import dev.ddlint.parse.prisma.Expression;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Lowers relation fields that hold the reference to foreign keys. */
final class ForeignKeys {
  private final RelationFields relations;
  private final boolean enforced;
  private final Notes notes;

  ForeignKeys(RelationFields relations, boolean enforced, Notes notes) {
    this.relations = relations;
    this.enforced = enforced;
    this.notes = notes;
  }

  List<AlterTable> of(ModelTable table) {
    List<AlterTable> keys = new ArrayList<>();
    for (RelationField relation : relations.of(table)) {
      if (relation.isForward()) {
        lower(relation).ifPresentOrElse(keys::add, () -> notes.add(table.file(), relation.field(),
            "`" + relation.field().name() + "` names a field that is no column"));
      }
    }
    return keys;
  }

  private Optional<AlterTable> lower(RelationField relation) {
    ModelTable owner = relation.owner();
    Optional<List<Identifier>> columns = own(owner, relation.elements("fields"));
    Optional<List<Identifier>> referenced = referenced(relation.table(), relation.elements("references"));
    if (columns.isEmpty() || referenced.isEmpty()) {
      return Optional.empty();
    }
    Attribute attribute = relation.attribute().orElseThrow();
    List<String> names = columns.get().stream().map(Identifier::name).toList();
    String name = Arguments.name(attribute, "map")
        .orElseGet(() -> ConstraintNames.foreignKey(owner.name().name(), names));
    Reference reference = new Reference(target(relation), referenced.get(), "SIMPLE", onDelete(relation, attribute),
        action(attribute, "onUpdate").orElse(ReferentialAction.CASCADE), List.of(), attribute.span());
    return Optional.of(add(owner.name(), name, columns.get(), reference, enforced, relation.field().span()));
  }

  private static Optional<List<Identifier>> own(ModelTable table, List<Expression> fields) {
    return columns(fields, name -> table.column(name).map(ModelTable.Column::name));
  }

  /** The columns of a referenced model; one that is not declared, or only in part, gives its own names. */
  private static Optional<List<Identifier>> referenced(Optional<ModelTable> table, List<Expression> fields) {
    return columns(fields, name -> table.filter(t -> t.model().field(name).isPresent())
        .map(t -> t.column(name).map(ModelTable.Column::name)).orElse(Optional.of(name)));
  }

  private static Optional<List<Identifier>> columns(List<Expression> fields,
      Function<String, Optional<String>> column) {
    List<Identifier> columns = new ArrayList<>();
    for (Expression field : fields) {
      Arguments.word(field).flatMap(column).ifPresent(name -> columns.add(new Identifier(name, field.span())));
    }
    return columns.size() == fields.size() ? Optional.of(List.copyOf(columns)) : Optional.empty();
  }

  private static ObjectName target(RelationField relation) {
    ObjectName name = relation.table().map(ModelTable::name)
        .orElseGet(() -> ObjectName.of(DatabaseNames.cut(relation.target())));
    return new ObjectName(name.schema(), name.name(), relation.field().type().span());
  }

  /** A reference can only be set null where the relation and all of its fields are optional. */
  private static ReferentialAction onDelete(RelationField relation, Attribute attribute) {
    boolean optional = relation.field().arity() == Arity.OPTIONAL && relation.elements("fields").stream()
        .flatMap(e -> Arguments.word(e).flatMap(relation.owner()::column).stream())
        .allMatch(c -> c.field().arity() != Arity.REQUIRED);
    return action(attribute, "onDelete").orElse(optional ? ReferentialAction.SET_NULL : ReferentialAction.RESTRICT);
  }

  private static Optional<ReferentialAction> action(Attribute attribute, String argument) {
    return Arguments.word(attribute, argument).flatMap(word -> switch (word) {
      case "Cascade" -> Optional.of(ReferentialAction.CASCADE);
      case "Restrict" -> Optional.of(ReferentialAction.RESTRICT);
      case "NoAction" -> Optional.of(ReferentialAction.NO_ACTION);
      case "SetNull" -> Optional.of(ReferentialAction.SET_NULL);
      case "SetDefault" -> Optional.of(ReferentialAction.SET_DEFAULT);
      default -> Optional.empty();
    });
  }

  static AlterTable add(ObjectName table, String name, List<Identifier> columns, Reference reference,
      boolean enforced, Span span) {
    var key = new TableConstraint.ForeignKey(Optional.of(new Identifier(name, span)), columns, reference, false,
        Deferral.NONE, !enforced, false, span);
    return new AlterTable(ObjectKind.TABLE, table, false, false, List.of(new TableAction.AddConstraint(key, span)),
        span);
  }
}
