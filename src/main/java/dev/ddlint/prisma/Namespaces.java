package dev.ddlint.prisma;

import dev.ddlint.ir.CreateExtension;
import dev.ddlint.ir.CreateSchema;
import dev.ddlint.ir.Identifier;
import dev.ddlint.parse.prisma.Attributed;
import dev.ddlint.parse.prisma.Datasource;
import dev.ddlint.parse.prisma.EnumBlock;
import dev.ddlint.parse.prisma.Expression;
import dev.ddlint.parse.prisma.Expression.FunctionCall;
import dev.ddlint.parse.prisma.Expression.Reference;
import dev.ddlint.parse.prisma.Model;
import dev.ddlint.prisma.Declarations.Declared;
import dev.ddlint.prisma.LoweredSchema.Part;
import dev.ddlint.text.Order;
import dev.ddlint.text.SourceFile;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Lowers the datasource's schemas and extensions. {@code public} is there in every database. */
final class Namespaces {
  private final Declarations declarations;

  Namespaces(Declarations declarations) {
    this.declarations = declarations;
  }

  /** The schemas in which something stands, by name; an unused one is not made. */
  List<Part> schemas() {
    Map<String, Part> schemas = new TreeMap<>();
    for (Declared<EnumBlock> e : declarations.enums()) {
      add(schemas, e.block(), e.file());
    }
    for (Declared<Model> m : declarations.models()) {
      if (!m.block().isView()) {
        add(schemas, m.block(), m.file());
      }
    }
    return List.copyOf(schemas.values());
  }

  private void add(Map<String, Part> schemas, Attributed block, SourceFile file) {
    DatabaseNames.schema(block).filter(schema -> !schema.equals("public")).ifPresent(
        schema -> schemas.computeIfAbsent(schema, s -> schema(s, block, file)));
  }

  private Part schema(String name, Attributed block, SourceFile file) {
    Span used = Arguments.attribute(block, "schema").orElseThrow().span();
    return listed(name).orElseGet(() -> new Part(create(name, used), file));
  }

  /** The statement as the datasource's list causes it. */
  private Optional<Part> listed(String name) {
    for (Declared<Datasource> datasource : declarations.datasource().stream().toList()) {
      for (Expression element : elements(datasource.block(), "schemas")) {
        if (Arguments.string(element).filter(name::equals).isPresent()) {
          return Optional.of(new Part(create(name, element.span()), datasource.file()));
        }
      }
    }
    return Optional.empty();
  }

  private static CreateSchema create(String name, Span span) {
    return new CreateSchema(Optional.of(new Identifier(name, span)), true, Optional.empty(), List.of(), span);
  }

  private static List<Expression> elements(Datasource datasource, String key) {
    return datasource.value(key).map(Arguments::elements).orElse(List.of());
  }

  /** An extension under the name that the schema gives it, by which the engine sorts. */
  private record Named(String name, Part part) {}

  List<Part> extensions() {
    List<Named> extensions = new ArrayList<>();
    for (Declared<Datasource> datasource : declarations.datasource().stream().toList()) {
      for (Expression element : elements(datasource.block(), "extensions")) {
        switch (element) {
          case Reference r -> extensions.add(new Named(r.path(), extension(r.path(), Optional.empty(), element,
              datasource.file())));
          case FunctionCall call -> {
            String name = call.name().text();
            extensions.add(new Named(name, extension(Arguments.name(call, "map").orElse(name),
                Arguments.name(call, "schema"), element, datasource.file())));
          }
          default -> {
          }
        }
      }
    }
    return extensions.stream().sorted(Order.by(Named::name)).map(Named::part).toList();
  }

  private static Part extension(String name, Optional<String> schema, Expression element, SourceFile file) {
    Span span = element.span();
    return new Part(
        new CreateExtension(new Identifier(name, span), true, schema.map(s -> new Identifier(s, span)), span), file);
  }
}
