package dev.ddlint.prisma;

import dev.ddlint.parse.prisma.Attribute;
import dev.ddlint.parse.prisma.Attributed;
import dev.ddlint.parse.prisma.Field;
import dev.ddlint.parse.prisma.Generator;
import dev.ddlint.parse.prisma.Model;
import dev.ddlint.parse.prisma.PrismaFile;
import dev.ddlint.prisma.Declarations.Declared;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a generator has to ask for, and what a view cannot have. */
record PreviewProblems(List<PrismaFile> files, Declarations declarations, Problems problems) {

  void find() {
    Set<String> asked = files.stream().flatMap(file -> file.blocks().stream()).filter(Generator.class::isInstance)
        .map(Generator.class::cast).flatMap(generator -> generator.value("previewFeatures").stream())
        .flatMap(value -> Arguments.elements(value).stream()).flatMap(value -> Arguments.string(value).stream())
        .collect(Collectors.toSet());
    boolean whole = declarations.datasource().isPresent();
    for (Declared<Model> declared : declarations.models()) {
      Model model = declared.block();
      if (model.isView()) {
        view(declared, whole && !asked.contains("views"));
      }
      if (whole && !asked.contains("partialIndexes")) {
        keys(model).stream().filter(key -> key.argument("where").isPresent())
            .forEach(key -> problems.add(declared.file(), key, model.name().text(), "a partial index is a preview of"
                + " Prisma's", "add \"partialIndexes\" to the `previewFeatures` of the generator"));
      }
    }
  }

  private void view(Declared<Model> declared, boolean missing) {
    Model view = declared.block();
    if (missing) {
      problems.add(declared.file(), view.name(), view.name().text(), "a `view` is a preview of Prisma's",
          "add \"views\" to the `previewFeatures` of the generator");
    }
    Arguments.attributes(view, "index").forEach(index -> problems.add(declared.file(), index, view.name().text(),
        "a view has no indexes"));
  }

  private static List<Attribute> keys(Model model) {
    List<Attribute> keys = new ArrayList<>(of(model));
    model.fields().forEach((Field field) -> keys.addAll(of(field)));
    return keys;
  }

  private static List<Attribute> of(Attributed node) {
    return node.attributes().stream()
        .filter(a -> !a.malformed() && (a.name().text().equals("unique") || a.name().text().equals("index"))).toList();
  }
}
