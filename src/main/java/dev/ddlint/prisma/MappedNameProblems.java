package dev.ddlint.prisma;

import dev.ddlint.ir.AlterTable;
import dev.ddlint.ir.CreateIndex;
import dev.ddlint.ir.CreateTable;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.ir.Statement;
import dev.ddlint.ir.TableAction;
import dev.ddlint.ir.TableConstraint;
import dev.ddlint.parse.prisma.EnumBlock;
import dev.ddlint.parse.prisma.Field;
import dev.ddlint.parse.prisma.FieldType;
import dev.ddlint.parse.prisma.Model;
import dev.ddlint.parse.prisma.Node;
import dev.ddlint.prisma.Declarations.Declared;
import dev.ddlint.prisma.LoweredSchema.Part;
import dev.ddlint.text.Place;
import dev.ddlint.text.SourceFile;
import dev.ddlint.text.Span;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Names that differ in the schema and are the same in the database. */
final class MappedNameProblems {
  private final Declarations declarations;
  private final LoweredSchema lowered;
  private final Problems problems;
  private final Map<String, Place> seen = new HashMap<>();

  MappedNameProblems(Declarations declarations, LoweredSchema lowered, Problems problems) {
    this.declarations = declarations;
    this.lowered = lowered;
    this.problems = problems;
  }

  void find() {
    for (Declared<Model> declared : declarations.models()) {
      Model model = declared.block();
      Node where = model.attribute("map").<Node>map(a -> a).orElse(model.name());
      unique("table " + DatabaseNames.table(model), declared.file(), where, model.name().text(),
          "the table `" + DatabaseNames.table(model) + "` belongs to two models");
      columns(model, declared.file());
    }
    declarations.enums().forEach(e -> unique("type " + DatabaseNames.type(e.block()), e.file(), e.block().name(),
        e.block().name().text(), "the type `" + DatabaseNames.type(e.block()) + "` belongs to two enums"));
    lowered.parts().forEach(this::constraints);
  }

  private void columns(Model model, SourceFile file) {
    for (Field field : model.fields()) {
      boolean first = model.field(field.name().text()).filter(f -> f == field).isPresent();
      if (first && isColumn(field)) {
        String column = DatabaseNames.column(field);
        unique("column " + model.name() + " " + column, file, field, model.name() + "." + field.name(),
            "the column `" + column + "` belongs to two fields of `" + model.name() + "`");
      }
    }
  }

  private boolean isColumn(Field field) {
    return !(field.type() instanceof FieldType.Named named) || Scalar.of(named.name().text()).isPresent()
        || declarations.type(named.name().text()).filter(EnumBlock.class::isInstance).isPresent();
  }

  /** Keys and indexes share one namespace a schema. */
  private void constraints(Part part) {
    Statement statement = part.statement();
    if (statement instanceof CreateIndex index && isModel(index.table())) {
      index.name().ifPresent(name -> named(index.table().schema(), name.name(), index.span(), part.file()));
    } else if (statement instanceof CreateTable table && isModel(table.name())) {
      table.constraints().stream().filter(TableConstraint.Unique.class::isInstance).forEach(key -> key.name()
          .ifPresent(name -> named(table.name().schema(), name.name(), key.span(), part.file())));
    } else if (statement instanceof AlterTable alter
        && alter.actions().getFirst() instanceof TableAction.AddConstraint a
        && a.constraint() instanceof TableConstraint.ForeignKey key && !key.notEnforced()) {
      key.name().ifPresent(name -> unique("foreign key " + alter.name() + " " + name, part.file(), () -> key.span(),
          name.name(), "the foreign key `" + name + "` stands twice at `" + alter.name() + "`"));
    }
  }

  /** Prisma does not look at the tables that it makes of its own accord. */
  private boolean isModel(ObjectName table) {
    return lowered.names().table(table.schema().orElse("public"), table.name()).isPresent();
  }

  private void named(Optional<String> schema, String name, Span span, SourceFile file) {
    unique("index " + schema.orElse("") + "." + name, file, () -> span, name,
        "two keys or indexes are called `" + name + "` in the database");
  }

  private void unique(String key, SourceFile file, Node node, String object, String message) {
    Place first = seen.putIfAbsent(key, new Place(file, node.span()));
    if (first != null) {
      problems.twice(file, node, object, message, first);
    }
  }
}
