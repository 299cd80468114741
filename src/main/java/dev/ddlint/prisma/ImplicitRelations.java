package dev.ddlint.prisma;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds relations of lists on both sides, for which Prisma makes a table of its own. */
final class ImplicitRelations {
  private final RelationFields relations;
  private final Keys keys;

  ImplicitRelations(RelationFields relations, Keys keys) {
    this.relations = relations;
    this.keys = keys;
  }

  List<JoinTable> joinTables() {
    List<JoinTable> tables = new ArrayList<>();
    for (ModelTable table : relations.tables()) {
      for (RelationField side : relations.of(table)) {
        Optional<RelationField> opposite = side.isList()
            ? relations.opposite(side).filter(RelationField::isList)
            : Optional.empty();
        if (opposite.isPresent() && isFirst(side, opposite.get())) {
          join(side, opposite.get()).ifPresent(tables::add);
        }
      }
    }
    return tables;
  }

  /** A is the model, or in a self relation the field, that comes first in the alphabet. */
  private static boolean isFirst(RelationField side, RelationField opposite) {
    return side.isSelfRelation()
        ? side.field().name().text().compareTo(opposite.field().name().text()) < 0
        : side.owner().model().name().text().compareTo(side.target()) < 0;
  }

  private Optional<JoinTable> join(RelationField a, RelationField b) {
    boolean explicit = !a.elements("fields").isEmpty() || !b.elements("fields").isEmpty();
    return explicit
        ? Optional.empty()
        : keys.singleId(a.owner()).flatMap(idA -> keys.singleId(b.owner()).map(idB -> new JoinTable(a, b, idA, idB)));
  }
}
