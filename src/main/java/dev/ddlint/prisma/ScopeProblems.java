package dev.ddlint.prisma;

import dev.ddlint.parse.prisma.Attribute;
import dev.ddlint.parse.prisma.Attributed;
import dev.ddlint.parse.prisma.EnumBlock;
import dev.ddlint.parse.prisma.Field;
import dev.ddlint.parse.prisma.FieldType;
import dev.ddlint.parse.prisma.Identifier;
import dev.ddlint.parse.prisma.Model;
import dev.ddlint.prisma.Declarations.Declared;
import dev.ddlint.text.SourceFile;
import java.util.Optional;
import java.util.Set;

/** What belongs to the schema as a whole: its parts in the database, what is ignored, who keeps the relations. */
record ScopeProblems(Declarations declarations, Problems problems) {
  private static final Set<String> EMULATED = Set.of("Cascade", "Restrict", "SetNull");

  void find() {
    for (Declared<Model> declared : declarations.models()) {
      Model model = declared.block();
      schema(model, model.name(), declared.file());
      for (Field field : model.fields()) {
        ignored(model, field, declared.file());
        actions(model, field, declared.file());
      }
    }
    for (Declared<EnumBlock> declared : declarations.enums()) {
      schema(declared.block(), declared.block().name(), declared.file());
    }
  }

  private void schema(Attributed block, Identifier name, SourceFile file) {
    Set<String> schemas = declarations.schemas();
    Optional<Attribute> attribute = block.attribute("schema");
    if (!schemas.isEmpty() && attribute.isEmpty()) {
      problems.add(file, name, name.text(), "`" + name + "` has no `@@schema`, and the datasource lists several",
          "write `@@schema(\"" + schemas.stream().sorted().findFirst().orElse("public") + "\")`");
    } else if (attribute.isPresent() && !attribute.get().malformed() && declarations.datasource().isPresent()) {
      DatabaseNames.schema(block).filter(s -> !schemas.contains(s)).ifPresent(s -> problems.add(file,
          attribute.get(), name.text(), "the datasource does not list the schema `" + s + "`",
          "add it: `schemas = [\"" + s + "\"]`"));
    }
  }

  private void ignored(Model model, Field field, SourceFile file) {
    Optional<Attribute> ignore = field.attribute("ignore");
    String object = model.name() + "." + field.name();
    if (model.attribute("ignore").isPresent()) {
      ignore.ifPresent(a -> problems.add(file, a, object, "`" + model.name() + "` is ignored as a whole",
          "remove this `@ignore`"));
    } else if (ignore.isEmpty() && field.type() instanceof FieldType.Named named) {
      declarations.type(named.name().text()).filter(t -> t instanceof Model m && m.attribute("ignore").isPresent())
          .ifPresent(t -> problems.add(file, field, object,
              "`" + object + "` leads to `" + named.name() + "`, which is ignored", "write `@ignore` here too"));
    }
  }

  private void actions(Model model, Field field, SourceFile file) {
    if (declarations.foreignKeys()) {
      return;
    }
    for (Attribute relation : Arguments.attributes(field, "relation")) {
      for (String argument : new String[]{"onDelete", "onUpdate"}) {
        Arguments.word(relation, argument).filter(word -> !EMULATED.contains(word)).ifPresent(
            word -> problems.add(file, relation, model.name() + "." + field.name(),
                "`" + argument + ": " + word + "` does not exist with `relationMode = \"prisma\"`"));
      }
    }
  }
}
