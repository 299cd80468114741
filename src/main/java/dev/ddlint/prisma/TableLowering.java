package dev.ddlint.prisma;

import dev.ddlint.ir.ColumnConstraint;
import dev.ddlint.ir.ColumnDefinition;
import dev.ddlint.ir.Identifier;
import dev.ddlint.ir.ObjectName;
import dev.ddlint.parse.prisma.Arity;
import dev.ddlint.parse.prisma.Field;
import dev.ddlint.parse.prisma.Model;
import dev.ddlint.prisma.Declarations.Declared;
import dev.ddlint.prisma.ModelTable.Column;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lowers models to tables with their columns; keys follow apart. */
final class TableLowering {
  private final Declarations declarations;
  private final ColumnTypes types;

  TableLowering(Declarations declarations) {
    this.declarations = declarations;
    this.types = new ColumnTypes(declarations);
  }

  /** One table for each model. A view's query is not in the schema, so Prisma does not make it. */
  List<ModelTable> tables() {
    return declarations.models().stream().filter(m -> !m.block().isView()).map(this::table).toList();
  }

  /** Prisma refuses a second model of one name; what else is wrong with it can be said all the same. */
  List<ModelTable> again() {
    return declarations.again().stream().map(this::table).map(t -> new ModelTable(t.model(), t.file(),
        ObjectName.of(t.name().name() + " (declared again)"), t.columns(), t.missing())).toList();
  }

  private ModelTable table(Declared<Model> declared) {
    Map<String, Column> columns = new LinkedHashMap<>();
    for (Field field : declared.block().fields()) {
      types.of(field).ifPresent(type -> columns.putIfAbsent(field.name().text(), column(field, type)));
    }
    return new ModelTable(declared.block(), declared.file(), DatabaseNames.table(declared.block()),
        Collections.unmodifiableMap(columns), missing(declared.block()));
  }

  /** What a fragment leaves out: {@code @@index([createdAt])} in a model whose fields are not all there. */
  private static Map<String, Identifier> missing(Model model) {
    Map<String, Identifier> missing = new LinkedHashMap<>();
    for (String key : List.of("id", "unique", "index")) {
      model.attributes(key).forEach(attribute -> attribute.argument("fields", 0).map(Arguments::elements)
          .orElse(List.of()).forEach(element -> Arguments.word(element).filter(name -> model.field(name).isEmpty())
              .ifPresent(name -> missing.putIfAbsent(name, new Identifier(name, element.span())))));
    }
    return Collections.unmodifiableMap(missing);
  }

  private static Column column(Field field, ColumnType type) {
    List<ColumnConstraint> constraints = new ArrayList<>();
    if (field.arity() == Arity.REQUIRED) {
      constraints.add(notNull(field.type().span()));
    }
    Defaults.of(field, type).ifPresent(value -> constraints.add(new ColumnConstraint.Default(Optional.empty(), value,
        field.attribute("default").orElseThrow().span())));
    Identifier name = new Identifier(DatabaseNames.column(field), field.name().span());
    return new Column(field, type, new ColumnDefinition(name, Optional.of(type.name()), Optional.empty(),
        Optional.empty(), Optional.empty(), List.copyOf(constraints), field.span()));
  }

  static ColumnConstraint notNull(Span span) {
    return new ColumnConstraint.NotNull(Optional.empty(), false, span);
  }
}
