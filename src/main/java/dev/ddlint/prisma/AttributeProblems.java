package dev.ddlint.prisma;

import dev.ddlint.parse.prisma.Attribute;
import dev.ddlint.parse.prisma.Attributed;
import dev.ddlint.parse.prisma.EnumBlock;
import dev.ddlint.parse.prisma.Field;
import dev.ddlint.parse.prisma.FieldType;
import dev.ddlint.parse.prisma.Identifier;
import dev.ddlint.parse.prisma.Model;
import dev.ddlint.prisma.PrismaProblem.Kind;
import dev.ddlint.text.SourceFile;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Attributes that Prisma does not know, that it does not know there, or that stand twice. */
record AttributeProblems(Declarations declarations, Problems problems) {
  private static final List<String> OF_FIELD = List.of("id", "unique", "default", "relation", "map", "updatedAt",
      "ignore", "shardKey");
  private static final List<String> OF_MODEL = List.of("id", "unique", "index", "map", "ignore", "schema", "fulltext",
      "shardKey");
  private static final List<String> OF_ENUM = List.of("map", "schema");
  private static final List<String> OF_VALUE = List.of("map");
  private static final Set<String> SEVERAL = Set.of("index", "unique", "fulltext");

  /** What people write, and what they mean. */
  private static final Map<String, String> MEANT = Map.of(
      "check", "Prisma has no CHECK constraints: add it in a migration, ALTER TABLE ... ADD CONSTRAINT ... CHECK (...)"
          + " NOT VALID, then VALIDATE CONSTRAINT",
      "foreignKey", "write the relation field with `@relation(fields: [...], references: [...])`",
      "primaryKey", "write `@id` or `@@id([...])`", "createdAt", "write `@default(now())`",
      "nullable", "write the type with `?`", "required", "a field is required unless its type ends in `?`",
      "auto", "write `@default(autoincrement())`", "references", "write `@relation(fields: [...], references: [...])`",
      "length", "write a native type such as `@db.VarChar(20)`", "rls", "Prisma has no row level security: enable it in"
          + " a migration");

  void check(Model model, SourceFile file) {
    String owner = model.name().text();
    known(model, OF_MODEL, "@@", owner, file);
    for (Field field : model.fields()) {
      known(field, OF_FIELD, "@", owner + "." + field.name(), file);
      field.attributes().stream().filter(a -> !a.malformed() && a.name().text().contains("."))
          .forEach(a -> nativeType(field, a, owner + "." + field.name(), file));
    }
  }

  void check(EnumBlock block, SourceFile file) {
    known(block, OF_ENUM, "@@", block.name().text(), file);
    block.values().forEach(value -> known(value, OF_VALUE, "@", block.name() + "." + value.name(), file));
  }

  private void known(Attributed node, List<String> names, String marker, String object, SourceFile file) {
    Set<String> seen = new HashSet<>();
    for (Attribute attribute : node.attributes()) {
      String name = attribute.name().text();
      if (name.contains(".")) {
        continue;
      }
      if (!names.contains(name)) {
        problems.add(Kind.ATTRIBUTE, file, attribute, object,
            "Prisma has no attribute `" + marker + name + "`, and refuses the schema", help(name, names, marker),
            Optional.empty());
      } else if (attribute.malformed()) {
        // Its line has an error of its own.
        continue;
      } else if ((marker.equals("@") || !SEVERAL.contains(name)) && !seen.add(name)) {
        problems.add(file, attribute, object, "`" + marker + name + "` stands twice at `" + object + "`");
      } else if (repeats(attribute)) {
        problems.add(file, attribute, object, "`" + marker + name + "` has an argument twice");
      } else if (name.equals("shardKey")) {
        problems.add(file, attribute, object, "PostgreSQL has no shard keys in Prisma");
      } else if (name.equals("fulltext")) {
        problems.add(file, attribute, object, "PostgreSQL has no `@@fulltext` index",
            "make a GIN index over to_tsvector(...) in a migration");
      }
    }
  }

  private static boolean repeats(Attribute attribute) {
    Set<String> seen = new HashSet<>();
    return attribute.arguments().stream().flatMap(a -> a.name().stream()).anyMatch(n -> !seen.add(n.text()));
  }

  private static Optional<String> help(String name, List<String> names, String marker) {
    return Optional.ofNullable(MEANT.get(name)).or(() -> nearest(name, names).map(n -> "write `" + marker + n + "`"));
  }

  /** A name that differs in case or in one letter. */
  private static Optional<String> nearest(String name, List<String> names) {
    return names.stream().filter(n -> n.equalsIgnoreCase(name) || (n.length() > 3 && (n.startsWith(name)
        || name.startsWith(n)) && Math.abs(n.length() - name.length()) == 1)).findFirst();
  }

  private void nativeType(Field field, Attribute attribute, String object, SourceFile file) {
    String name = attribute.name().text();
    String prefix = name.substring(0, name.indexOf('.'));
    String title = name.substring(name.indexOf('.') + 1);
    Optional<String> datasource = declarations.datasource().map(d -> d.block().name()).map(Identifier::text);
    Optional<NativeType> type = NativeType.of(title);
    if (datasource.filter(d -> !d.equals(prefix)).isPresent()) {
      problems.add(Kind.ATTRIBUTE, file, attribute, object, "`@" + name + "` begins with no datasource's name",
          Optional.of("write `@" + datasource.get() + "." + title + "`"), Optional.empty());
    } else if (type.isEmpty()) {
      problems.add(Kind.ATTRIBUTE, file, attribute, object, "PostgreSQL has no native type `" + title + "` in Prisma",
          Optional.empty(), Optional.empty());
    } else if (field.type() instanceof FieldType.Named named) {
      Scalar.of(named.name().text()).filter(scalar -> !type.get().holds(scalar)).ifPresent(
          scalar -> problems.add(file, attribute, object,
              "`@" + name + "` is no type for a field of type `" + named.name() + "`"));
      NativeTypeArguments.wants(type.get(), attribute)
          .ifPresent(wanted -> problems.add(file, attribute, object, "`@" + name + "` " + wanted));
    }
  }
}
