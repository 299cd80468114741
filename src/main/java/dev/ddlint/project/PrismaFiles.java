package dev.ddlint.project;

import dev.ddlint.ir.Dialect;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which {@code .prisma} files Prisma reads together: those at and below the folder of one datasource block. */
final class PrismaFiles {
  private static final String ENDING = ".prisma";
  private static final int LEVELS = 4;

  private final FolderTree tree;
  private final Map<Path, Datasource> datasources = new HashMap<>();

  PrismaFiles(FolderTree tree) {
    this.tree = tree;
  }

  /** Whether a file holds a datasource block, and the provider that it names. */
  private record Datasource(boolean present, String provider) {}

  /**
   * A schema and where its datasource stands.
   *
   * @param home the folder of the datasource; of the file itself where no datasource was found
   */
  record Located(PrismaSchema schema, Path home, Optional<Dialect> dialect) {}

  /** The schema that a file belongs to. */
  Located of(Path file) {
    Path parent = file.getParent();
    Folder folder = tree.at(parent == null ? file : parent);
    if (datasource(file).present()) {
      return atHome(folder, file);
    }
    Optional<Folder> home = homeAbove(folder).or(() -> homeBelow(folder));
    if (home.isEmpty() && isSchemaFolder(folder)) {
      return located(files(folder), folder.path(), "");
    }
    if (home.isEmpty() || withDatasource(home.get()).size() != 1) {
      return located(List.of(file), folder.path(), "");
    }
    return atHome(home.get(), withDatasource(home.get()).getFirst());
  }

  /** The schemas whose datasource stands in a folder; the one with Prisma's own name first. */
  List<Located> in(Folder folder) {
    return withDatasource(folder).stream()
        .sorted((a, b) -> Boolean.compare(b.endsWith("schema.prisma"), a.endsWith("schema.prisma")))
        .map(file -> atHome(folder, file)).toList();
  }

  private Located atHome(Folder home, Path file) {
    String provider = datasource(file).provider();
    // Two datasources in one folder are two schemas; nothing tells to which of them the other files would belong.
    return withDatasource(home).size() > 1
        ? located(List.of(file), home.path(), provider)
        : located(members(home), home.path(), provider);
  }

  private Located located(List<Path> files, Path home, String provider) {
    List<PrismaSchema.PrismaFile> shown = files.stream()
        .map(f -> new PrismaSchema.PrismaFile(f, tree.shown(f))).toList();
    String name = files.size() == 1 ? shown.getFirst().shownPath() : tree.shown(home);
    return new Located(new PrismaSchema(name, shown), home, Layouts.dialect(provider));
  }

  private List<Path> members(Folder home) {
    List<Path> members = new ArrayList<>();
    home.parent().filter(above -> homeBelow(above).filter(home::equals).isPresent()
        && withDatasource(above).isEmpty()).ifPresent(above -> members.addAll(files(above)));
    collect(home, members);
    return members;
  }

  private void collect(Folder folder, List<Path> members) {
    members.addAll(files(folder));
    for (String name : folder.folders()) {
      if (name.equals("migrations")) {
        continue;
      }
      Folder child = folder.child(name);
      if (withDatasource(child).isEmpty()) {
        collect(child, members);
      }
    }
  }

  /** Prisma's own folder for a schema of several files, here without the one that names the datasource. */
  private static boolean isSchemaFolder(Folder folder) {
    return folder.path().endsWith(Path.of("prisma", "schema"));
  }

  private Optional<Folder> homeAbove(Folder folder) {
    Optional<Folder> at = Optional.of(folder);
    for (int i = 0; i < LEVELS && at.isPresent(); i++) {
      if (!withDatasource(at.get()).isEmpty()) {
        return at;
      }
      at = at.get().has(".git") ? Optional.empty() : at.get().parent();
    }
    return Optional.empty();
  }

  /** The datasource may stand in a folder below the models, as long as there is only one such folder. */
  private Optional<Folder> homeBelow(Folder folder) {
    if (folder.ending(ENDING).isEmpty()) {
      return Optional.empty();
    }
    List<Folder> homes = folder.folders().stream().map(folder::child).filter(f -> !withDatasource(f).isEmpty())
        .toList();
    return homes.size() == 1 ? Optional.of(homes.getFirst()) : Optional.empty();
  }

  private List<Path> withDatasource(Folder folder) {
    return files(folder).stream().filter(f -> datasource(f).present()).toList();
  }

  static List<Path> files(Folder folder) {
    return folder.ending(ENDING).stream().map(folder.path()::resolve).toList();
  }

  private Datasource datasource(Path file) {
    Datasource known = datasources.get(file);
    if (known == null) {
      known = read(file);
      datasources.put(file, known);
    }
    return known;
  }

  /** Reads up to the end of the datasource block, which stands at the top of most files. */
  private static Datasource read(Path file) {
    boolean inside = false;
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String text = line.strip();
        inside |= text.startsWith("datasource ") || text.startsWith("datasource\t");
        if (inside && text.startsWith("provider")) {
          return new Datasource(true, Quoted.first(text).orElse(""));
        }
        if (inside && text.endsWith("}")) {
          break;
        }
      }
    } catch (IOException e) {
      return new Datasource(false, "");
    }
    return new Datasource(inside, "");
  }
}
