package dev.ddlint.prisma;

import dev.ddlint.ir.AlterTable;
import dev.ddlint.ir.ColumnDefinition;
import dev.ddlint.ir.CreateIndex;
import dev.ddlint.ir.CreateTable;
import dev.ddlint.ir.Identifier;
import dev.ddlint.ir.IndexKey;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.ir.Reference;
import dev.ddlint.ir.ReferentialAction;
import dev.ddlint.ir.TypeName;
import dev.ddlint.prisma.ModelTable.Column;
import dev.ddlint.text.SourceFile;
import dev.ddlint.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * The table of an implicit many-to-many relation, as Prisma 6 and later make it. It comes from the relation field of
 * its first model and lies in that model's schema.
 *
 * @param idA the id of the first model, to which column A refers
 * @param idB the id of the second model, to which column B refers
 */
record JoinTable(RelationField a, RelationField b, Column idA, Column idB) {

  private ObjectName name() {
    String name = a.name().orElseGet(() -> a.owner().model().name() + "To" + b.owner().model().name());
    return new ObjectName(a.owner().name().schema(), DatabaseNames.cut("_" + name), span());
  }

  private Span span() {
    return a.field().span();
  }

  SourceFile file() {
    return a.owner().file();
  }

  CreateTable table() {
    String key = ConstraintNames.cut(name().name(), "_AB_pkey");
    return ModelTable.create(name(), List.of(column("A", idA), column("B", idB)),
        List.of(Keys.primaryKey(key, List.of(identifier("A"), identifier("B")), span())), span());
  }

  private ColumnDefinition column(String name, Column id) {
    TypeName type = id.type().base();
    return new ColumnDefinition(identifier(name), Optional.of(type), Optional.empty(), Optional.empty(),
        Optional.empty(), List.of(TableLowering.notNull(span())), span());
  }

  CreateIndex index() {
    IndexKey key = new IndexKey(Optional.of(identifier("B")), Optional.empty(), Optional.empty(), Optional.empty(),
        Optional.empty(), Optional.empty(), span());
    return Keys.create(ConstraintNames.cut(name().name(), "_B_index"), name(), false, "btree", List.of(key),
        Optional.empty(), span());
  }

  List<AlterTable> foreignKeys(boolean enforced) {
    return List.of(foreignKey("A", a.owner(), idA, enforced), foreignKey("B", b.owner(), idB, enforced));
  }

  private AlterTable foreignKey(String column, ModelTable target, Column id, boolean enforced) {
    Reference reference = new Reference(target.name(), List.of(identifier(id.name())), "SIMPLE",
        ReferentialAction.CASCADE, ReferentialAction.CASCADE, List.of(), span());
    return ForeignKeys.add(name(), ConstraintNames.cut(name().name(), "_" + column + "_fkey"),
        List.of(identifier(column)), reference, enforced, span());
  }

  private Identifier identifier(String name) {
    return new Identifier(name, span());
  }
}
