package dev.ddlint.prisma;

import dev.ddlint.parse.prisma.Attribute;
import dev.ddlint.parse.prisma.Field;
import dev.ddlint.parse.prisma.FieldType;
import dev.ddlint.parse.prisma.Model;
import dev.ddlint.prisma.Declarations.Declared;
import dev.ddlint.text.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Relations that lead back to where they begin while Prisma itself carries out what they do on delete and update, without
 * foreign keys: it would not come to an end. With foreign keys PostgreSQL does it, and takes any.
 */
record ReferentialCycles(Declarations declarations, Problems problems) {

  /** A relation that does something when the row that it leads to changes or goes. */
  private record Edge(Model from, Model to, Field field, SourceFile file) {}

  void find() {
    if (declarations.foreignKeys()) {
      return;
    }
    List<Edge> edges = new ArrayList<>();
    for (Declared<Model> declared : declarations.models()) {
      for (Field field : declared.block().fields()) {
        edge(declared, field).ifPresent(edges::add);
      }
    }
    edges.stream().filter(edge -> leads(edge.to(), edge.from(), edges, new HashSet<>())).forEach(this::report);
  }

  private Optional<Edge> edge(Declared<Model> declared, Field field) {
    Optional<Attribute> relation = Arguments.attribute(field, "relation")
        .filter(a -> a.argument("fields").isPresent() && !(isInert(a, "onDelete") && isInert(a, "onUpdate")));
    return relation.isPresent() && field.type() instanceof FieldType.Named named
        ? declarations.type(named.name().text()).filter(Model.class::isInstance)
            .map(to -> new Edge(declared.block(), (Model) to, field, declared.file()))
        : Optional.empty();
  }

  private static boolean isInert(Attribute relation, String argument) {
    return Arguments.word(relation, argument).filter(word -> word.equals("Restrict") || word.equals("NoAction"))
        .isPresent();
  }

  private static boolean leads(Model from, Model to, List<Edge> edges, Set<String> seen) {
    return from == to || seen.add(from.name().text())
        && edges.stream().anyMatch(edge -> edge.from() == from && leads(edge.to(), to, edges, seen));
  }

  private void report(Edge edge) {
    String object = edge.from().name() + "." + edge.field().name();
    problems.add(edge.file(), edge.field(), object,
        "`" + object + "` leads back to `" + edge.from().name() + "`, and Prisma itself would follow it without end",
        "write `onDelete: Restrict, onUpdate: Restrict` at one relation of the circle");
  }
}
