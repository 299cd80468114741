package dev.ddlint.prisma;

import dev.ddlint.parse.prisma.Assignment;
import dev.ddlint.parse.prisma.Block;
import dev.ddlint.parse.prisma.ConfigBlock;
import dev.ddlint.parse.prisma.Datasource;
import dev.ddlint.parse.prisma.Expression;
import dev.ddlint.parse.prisma.Generator;
import dev.ddlint.parse.prisma.Node;
import dev.ddlint.parse.prisma.PrismaFile;
import dev.ddlint.text.Place;
import dev.ddlint.text.SourceFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a datasource or a generator lacks, or has without a meaning, in any version of Prisma from 4 on. */
record ConfigProblems(List<PrismaFile> files, Problems problems) {
  private static final Set<String> KEYS = Set.of("provider", "url", "directUrl", "shadowDatabaseUrl", "relationMode",
      "referentialIntegrity", "extensions", "schemas");

  void find() {
    Map<String, Place> generators = new HashMap<>();
    for (PrismaFile file : files) {
      for (Block block : file.blocks()) {
        if (block instanceof Datasource datasource) {
          datasource(datasource, file.file());
        } else if (block instanceof Generator generator) {
          generator(generator, generators, file.file());
        }
      }
    }
  }

  private void datasource(Datasource block, SourceFile file) {
    String name = block.name().text();
    keys(block, name, file);
    block.assignments().stream().filter(a -> !KEYS.contains(a.key().text())).forEach(a -> problems.add(file, a, name,
        "a datasource has no `" + a.key() + "`"));
    mode(block, name, file);
    block.value("schemas").ifPresent(value -> schemas(value, name, file));
  }

  private void mode(Datasource block, String name, SourceFile file) {
    for (String key : List.of("relationMode", "referentialIntegrity")) {
      block.value(key).filter(value -> Arguments.string(value)
          .filter(mode -> mode.equals("prisma") || mode.equals("foreignKeys")).isEmpty())
          .ifPresent(value -> problems.add(file, block.name(), name, "`" + key + "` is \"prisma\" or \"foreignKeys\""));
    }
  }

  private void schemas(Expression value, String name, SourceFile file) {
    List<String> schemas = Arguments.elements(value).stream().flatMap(e -> Arguments.string(e).stream()).toList();
    if (schemas.isEmpty()) {
      problems.add(file, value, name, "`schemas` lists no schema");
    } else if (Set.copyOf(schemas).size() < schemas.size()) {
      problems.add(file, value, name, "`schemas` lists a schema twice");
    }
  }

  private void generator(Generator block, Map<String, Place> generators, SourceFile file) {
    String name = block.name().text();
    keys(block, name, file);
    Place first = generators.putIfAbsent(name, new Place(file, block.name().span()));
    if (first != null) {
      problems.twice(file, block.name(), name, "the generator `" + name + "` is declared twice", first);
    }
  }

  private void keys(ConfigBlock block, String name, SourceFile file) {
    Set<String> seen = new HashSet<>();
    block.assignments().stream().filter(a -> !seen.add(a.key().text()))
        .forEach(a -> problems.add(file, a, name, "`" + name + "` has `" + a.key() + "` twice"));
    Optional<Assignment> provider = block.assignments().stream().filter(a -> a.key().text().equals("provider"))
        .findFirst();
    if (provider.isEmpty()) {
      problems.add(file, nameOf(block), name, "`" + name + "` has no `provider`");
    }
  }

  private static Node nameOf(ConfigBlock block) {
    return switch (block) {
      case Datasource datasource -> datasource.name();
      case Generator generator -> generator.name();
    };
  }
}
