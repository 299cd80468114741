package dev.ddlint.prisma;

import dev.ddlint.parse.prisma.Arity;
import dev.ddlint.parse.prisma.Attribute;
import dev.ddlint.parse.prisma.EnumBlock;
import dev.ddlint.parse.prisma.Expression;
import dev.ddlint.parse.prisma.Expression.FunctionCall;
import dev.ddlint.parse.prisma.Field;
import dev.ddlint.parse.prisma.FieldType;
import dev.ddlint.parse.prisma.Model;
import dev.ddlint.prisma.Declarations.Declared;
import dev.ddlint.prisma.OperatorClasses.Key;
import dev.ddlint.text.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Indexes of a method that does not exist, or that the field's type has no operators for. */
record IndexProblems(Declarations declarations, Problems problems) {
  private static final Set<String> METHODS = Set.of("BTree", "Hash", "Gin", "Gist", "SpGist", "Brin");
  private static final Set<String> ORDERS = Set.of("Asc", "Desc");

  void check(Declared<Model> declared) {
    Model model = declared.block();
    for (String name : List.of("id", "unique", "index")) {
      for (Attribute attribute : Arguments.attributes(model, name)) {
        keys(model, attribute, declared.file());
      }
    }
    for (Field field : model.fields()) {
      Arguments.attribute(field, "unique").ifPresent(attribute -> xml(model, field, attribute, declared.file()));
    }
  }

  private void keys(Model model, Attribute attribute, SourceFile file) {
    boolean index = attribute.name().text().equals("index");
    String method = index ? Arguments.word(attribute, "type").orElse("BTree") : "BTree";
    String object = model.name().text();
    if (!METHODS.contains(method)) {
      problems.add(file, attribute, object, "Prisma knows no index of type `" + method + "`");
      return;
    }
    for (Expression element : attribute.argument("fields", 0).map(Arguments::elements).orElse(List.of())) {
      Optional<FunctionCall> call = element instanceof FunctionCall c ? Optional.of(c) : Optional.empty();
      call.flatMap(c -> options(c, attribute.name().text(), method))
          .ifPresent(message -> problems.add(file, attribute, object, message));
      call.map(c -> c.name().text()).or(() -> Arguments.word(element)).flatMap(model::field)
          .ifPresent(field -> operators(field, call.flatMap(c -> c.argument("ops")), attribute, method, object, file));
    }
  }

  /** What stands at one field of a key: {@code a(sort: Desc)}. */
  private static Optional<String> options(FunctionCall call, String attribute, String method) {
    Optional<String> sort = Arguments.word(call, "sort");
    if (call.argument("length").isPresent()) {
      return Optional.of("PostgreSQL indexes values whole: there is no `length:`");
    }
    if (sort.isPresent() && (attribute.equals("id") || method.equals("Hash"))) {
      return Optional.of(attribute.equals("id")
          ? "a primary key has no order on PostgreSQL: there is no `sort:`"
          : "an index of type `Hash` has no order: there is no `sort:`");
    }
    if (sort.filter(word -> !ORDERS.contains(word)).isPresent()) {
      return Optional.of("`sort:` is `Asc` or `Desc`");
    }
    return call.argument("ops").filter(ops -> !attribute.equals("index"))
        .map(ops -> "only `@@index` takes operator classes");
  }

  private void operators(Field field, Optional<Expression> ops, Attribute attribute, String method, String object,
      SourceFile file) {
    Key key = key(field);
    String over = "`" + field.name() + "`";
    if (key.type().filter("Xml"::equals).isPresent()) {
      problems.add(file, attribute, object, over + " is `Xml`, which no index can hold");
    } else if (ops.isEmpty() && !OperatorClasses.hasDefault(method, key)) {
      problems.add(file, attribute, object, "an index of type `" + method + "` has no operators for " + over,
          "choose another type, or name a class: `" + field.name() + "(ops: raw(\"...\"))`");
    } else if (ops.flatMap(Arguments::word).filter(word -> !OperatorClasses.goes(word, method, key)).isPresent()) {
      problems.add(file, attribute, object, "the operator class does not go with " + over + " in an index of type `"
          + method + "`", "name the database's: `" + field.name() + "(ops: raw(\"...\"))`");
    }
  }

  private void xml(Model model, Field field, Attribute attribute, SourceFile file) {
    if (key(field).type().filter("Xml"::equals).isPresent()) {
      problems.add(file, attribute, model.name() + "." + field.name(),
          "`" + field.name() + "` is `Xml`, which no index can hold");
    }
  }

  private Key key(Field field) {
    boolean list = field.arity() == Arity.LIST;
    Optional<String> written = field.attributes().stream().map(attribute -> attribute.name().text())
        .filter(name -> name.indexOf('.') > 0).map(name -> name.substring(name.indexOf('.') + 1)).findFirst();
    if (written.isPresent() || !(field.type() instanceof FieldType.Named named)) {
      return new Key(written, written.isPresent(), list);
    }
    boolean values = declarations.type(named.name().text()).filter(EnumBlock.class::isInstance).isPresent();
    return new Key(Scalar.of(named.name().text()).map(scalar -> scalar.nativeType().title())
        .or(() -> values ? Optional.of("enum") : Optional.empty()), false, list);
  }
}
