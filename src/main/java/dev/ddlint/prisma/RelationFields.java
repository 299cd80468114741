package dev.ddlint.prisma;

import dev.ddlint.parse.prisma.Block;
import dev.ddlint.parse.prisma.Field;
import dev.ddlint.parse.prisma.FieldType;
import dev.ddlint.parse.prisma.Model;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds relation fields and what they lead to; relations with a view are none of the database's. */
final class RelationFields {
  private final Declarations declarations;
  private final Map<String, ModelTable> tables = new LinkedHashMap<>();
  private final Map<String, List<RelationField>> known = new HashMap<>();

  RelationFields(Declarations declarations, List<ModelTable> tables) {
    this.declarations = declarations;
    tables.forEach(t -> this.tables.put(t.model().name().text(), t));
  }

  List<ModelTable> tables() {
    return List.copyOf(tables.values());
  }

  List<RelationField> of(ModelTable owner) {
    return known.computeIfAbsent(owner.model().name().text(), name -> find(owner));
  }

  private List<RelationField> find(ModelTable owner) {
    return owner.model().fields().stream().flatMap(field -> relation(owner, field).stream()).toList();
  }

  private Optional<RelationField> relation(ModelTable owner, Field field) {
    if (!(field.type() instanceof FieldType.Named named) || owner.columns().containsKey(field.name().text())) {
      return Optional.empty();
    }
    String target = named.name().text();
    Optional<Block> declared = declarations.type(target);
    boolean table = (declared.isEmpty() && Scalar.of(target).isEmpty())
        || declared.filter(block -> block instanceof Model model && !model.isView()).isPresent();
    return table
        ? Optional.of(new RelationField(owner, field, target, Optional.ofNullable(tables.get(target))))
        : Optional.empty();
  }

  /** The field at the other end of a relation: it leads back and bears the same relation name. */
  Optional<RelationField> opposite(RelationField relation) {
    String owner = relation.owner().model().name().text();
    return relation.table().stream().flatMap(t -> of(t).stream()).filter(
        other -> other.target().equals(owner) && other.name().equals(relation.name())
            && !(relation.isSelfRelation() && other.field().equals(relation.field())))
        .findFirst();
  }
}
