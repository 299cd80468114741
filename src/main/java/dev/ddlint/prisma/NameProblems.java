package dev.ddlint.prisma;

import dev.ddlint.parse.prisma.Block;
import dev.ddlint.parse.prisma.CompositeType;
import dev.ddlint.parse.prisma.Datasource;
import dev.ddlint.parse.prisma.EnumBlock;
import dev.ddlint.parse.prisma.EnumValue;
import dev.ddlint.parse.prisma.Field;
import dev.ddlint.parse.prisma.Identifier;
import dev.ddlint.parse.prisma.Model;
import dev.ddlint.parse.prisma.PrismaFile;
import dev.ddlint.text.Place;
import dev.ddlint.text.SourceFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Names that are declared twice, and declarations that have nothing in them. */
record NameProblems(List<PrismaFile> files, Problems problems) {

  /** JavaScript's, in which the client is written. */
  private static final Set<String> RESERVED = Set.of(
      "PrismaClient", "async", "await", "break", "case", "catch", "class", "const", "continue", "debugger",
      "default", "delete", "do", "else", "enum", "export", "extends", "false", "finally", "for", "function",
      "if", "implements", "import", "in", "instanceof", "interface", "let", "new", "null", "package",
      "private", "protected", "public", "return", "super", "switch", "this", "throw", "true", "try", "using",
      "typeof", "var", "void", "while", "with", "yield");

  void find() {
    Map<String, Place> types = new HashMap<>();
    Optional<Place> datasource = Optional.empty();
    for (PrismaFile file : files) {
      for (Block block : file.blocks()) {
        if (block instanceof Datasource found) {
          Place place = new Place(file.file(), found.name().span());
          datasource.ifPresent(first -> problems.twice(file.file(), found.name(), found.name().text(),
              "a schema has one datasource, `" + found.name() + "` is the second", first));
          datasource = Optional.of(datasource.orElse(place));
        } else if (block instanceof Model || block instanceof EnumBlock || block instanceof CompositeType) {
          declare(types, block, file.file());
          members(block, file.file());
        }
      }
    }
  }

  private void declare(Map<String, Place> types, Block block, SourceFile file) {
    Identifier name = block.name();
    Place first = types.putIfAbsent(name.text(), new Place(file, name.span()));
    if (first != null) {
      problems.twice(file, name, name.text(), "`" + name + "` is declared twice", first);
    } else if (Scalar.of(name.text()).isPresent()) {
      problems.add(file, name, name.text(), "`" + name + "` is the name of one of Prisma's own types",
          "choose another name, and keep the database's with `@@map(\"" + name + "\")`");
    } else if (RESERVED.contains(name.text())) {
      problems.add(file, name, name.text(), "`" + name + "` is a word that the client cannot have as a name",
          "choose another name, and keep the database's with `@@map(\"" + name + "\")`");
    }
  }

  private void members(Block block, SourceFile file) {
    switch (block) {
      case Model model -> fields(model, model.fields(), file);
      case CompositeType type -> {
        problems.add(file, type.name(), type.name().text(), "PostgreSQL has no composite types in Prisma",
            "make `" + type.name() + "` a model of its own, and the fields of that type `Json` or relations");
        fields(type, type.fields(), file);
      }
      case EnumBlock values -> values(values, file);
      default -> {
      }
    }
  }

  private void fields(Block owner, List<Field> fields, SourceFile file) {
    Map<String, Place> seen = new HashMap<>();
    for (Field field : fields) {
      unique(seen, field.name(), owner.name(), "field", file);
    }
  }

  private void values(EnumBlock block, SourceFile file) {
    Map<String, Place> seen = new HashMap<>();
    for (EnumValue value : block.values()) {
      unique(seen, value.name(), block.name(), "value", file);
    }
    if (block.values().isEmpty()) {
      problems.add(file, block.name(), block.name().text(), "the enum `" + block.name() + "` has no value");
    }
  }

  private void unique(Map<String, Place> seen, Identifier name, Identifier owner, String what, SourceFile file) {
    Place first = seen.putIfAbsent(name.text(), new Place(file, name.span()));
    if (first != null) {
      problems.twice(file, name, owner + "." + name, "`" + owner + "` has the " + what + " `" + name + "` twice",
          first);
    }
  }
}
