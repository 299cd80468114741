package dev.ddlint.prisma;

import dev.ddlint.parse.prisma.Block;
import dev.ddlint.parse.prisma.CompositeType;
import dev.ddlint.parse.prisma.Datasource;
import dev.ddlint.parse.prisma.EnumBlock;
import dev.ddlint.parse.prisma.Expression;
import dev.ddlint.parse.prisma.Model;
import dev.ddlint.parse.prisma.PrismaFile;
import dev.ddlint.text.SourceFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The blocks of a schema by name; of two with the same name the first counts. */
final class Declarations {

  /** A block and where it stands. */
  record Declared<B extends Block>(B block, SourceFile file) {}

  private final Map<String, Declared<? extends Block>> types = new LinkedHashMap<>();
  private final List<Declared<Model>> again = new ArrayList<>();
  private final List<Declared<Datasource>> datasources = new ArrayList<>();

  static Declarations of(List<PrismaFile> files, Notes notes) {
    Declarations declarations = new Declarations();
    for (PrismaFile file : files) {
      file.blocks().forEach(block -> declarations.add(block, file.file(), notes));
    }
    return declarations;
  }

  private void add(Block block, SourceFile file, Notes notes) {
    switch (block) {
      case Datasource datasource -> datasources.add(new Declared<>(datasource, file));
      case Model model -> addType(model, file, notes);
      case EnumBlock enumeration -> addType(enumeration, file, notes);
      case CompositeType composite -> addType(composite, file, notes);
      default -> {
      }
    }
  }

  private <B extends Block> void addType(B block, SourceFile file, Notes notes) {
    String name = block.name().text();
    if (types.putIfAbsent(name, new Declared<>(block, file)) != null) {
      notes.add(file, block.name(), "`" + name + "` is declared twice; the first one counts");
      if (block instanceof Model model) {
        again.add(new Declared<>(model, file));
      }
    }
  }

  /** Models and views, in the order of the files. */
  Collection<Declared<Model>> models() {
    return all(Model.class);
  }

  /** Models of a name that is declared already. */
  List<Declared<Model>> again() {
    return again;
  }

  Collection<Declared<EnumBlock>> enums() {
    return all(EnumBlock.class);
  }

  private <B extends Block> List<Declared<B>> all(Class<B> kind) {
    return types.values().stream().filter(d -> kind.isInstance(d.block()))
        .map(d -> new Declared<>(kind.cast(d.block()), d.file())).toList();
  }

  Optional<Block> type(String name) {
    return Optional.ofNullable(types.get(name)).map(Declared::block);
  }

  Optional<Declared<Datasource>> datasource() {
    return datasources.stream().findFirst();
  }

  Optional<Expression> setting(String key) {
    return datasource().flatMap(d -> d.block().value(key));
  }

  Optional<String> provider() {
    return setting("provider").map(value -> value instanceof Expression.ArrayLiteral array
        && !array.elements().isEmpty() ? array.elements().getFirst() : value).flatMap(Arguments::string);
  }

  /** Whether relations are foreign keys in the database. */
  boolean foreignKeys() {
    Optional<String> mode = setting("relationMode").or(() -> setting("referentialIntegrity"))
        .flatMap(Arguments::string);
    return !mode.filter("prisma"::equals).isPresent();
  }
}
