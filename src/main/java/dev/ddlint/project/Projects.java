package dev.ddlint.project;

import dev.ddlint.ir.Dialect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The projects of a run, each made once, whichever of its files or folders asks for it first. */
final class Projects {
  private final FolderTree tree;
  private final PrismaFiles prisma;
  private final ProjectSettings settings;
  private final ConfiguredHistories configured;
  private final Map<Path, List<Project>> byRoot = new HashMap<>();
  private final Map<PrismaSchema, Project> bySchema = new HashMap<>();
  private final Map<Path, Set<Path>> filesOf = new HashMap<>();

  Projects(FolderTree tree, ProjectSettings settings) {
    this.tree = tree;
    this.settings = settings;
    this.configured = new ConfiguredHistories(tree, settings.patterns());
    this.prisma = new PrismaFiles(tree);
  }

  /** The histories that have files in a folder: its own, and that of the folder above where it is one migration. */
  List<Project> touching(Folder folder) {
    List<Project> found = new ArrayList<>(configured.touching(folder));
    holder(folder).ifPresent(above -> found.addAll(at(above)));
    found.addAll(at(folder));
    return found;
  }

  List<String> problems() {
    return configured.problems();
  }

  /** The folder whose histories may take files of this one. */
  private static Optional<Folder> holder(Folder folder) {
    return isOneMigration(folder)
        ? folder.parent()
        : FlywayLocations.root(folder).filter(root -> !root.path().equals(folder.path()));
  }

  private static boolean isOneMigration(Folder folder) {
    return folder.has(PrismaMigrate.FILE) || folder.has("up.sql") || folder.has("down.sql");
  }

  /** The histories whose root is a folder. */
  private List<Project> at(Folder folder) {
    List<Project> known = byRoot.get(folder.path());
    if (known == null) {
      known = find(folder);
      byRoot.put(folder.path(), known);
    }
    return known;
  }

  private List<Project> find(Folder folder) {
    List<Project> found = new ArrayList<>();
    Unclaimed files = new Unclaimed(folder, ownFiles(folder));
    boolean perFolder = false;
    for (Detection layout : Layouts.detections()) {
      if (perFolder && (layout == Layouts.PRISMA || layout == Layouts.HASURA || layout == Layouts.DIESEL)) {
        continue;
      }
      History history = configured.without(layout.claim(files));
      while (!history.isEmpty()) {
        found.add(project(runBy(beside(layout, found)), folder, history, mixed(found, layout, folder),
            layout == Layouts.PRISMA));
        files = files.without(history);
        perFolder |= history.up().stream().anyMatch(m -> !folder.path().equals(m.file().getParent()));
        history = layout.isOneFile() ? layout.claim(files) : History.NONE;
      }
    }
    return List.copyOf(found);
  }

  /** The files of all projects of a folder: asked once for each of the migrations that stand below it. */
  private Set<Path> filesOf(Folder folder) {
    Set<Path> known = filesOf.get(folder.path());
    if (known == null) {
      Set<Path> files = new HashSet<>();
      at(folder).forEach(p -> files.addAll(p.files()));
      filesOf.put(folder.path(), files);
      known = files;
    }
    return known;
  }

  /** The folder's SQL files but those by which it is a migration of the folder above. */
  private List<String> ownFiles(Folder folder) {
    List<String> files = folder.ending(".sql").stream().filter(f -> !configured.takes(folder.path().resolve(f)))
        .toList();
    Set<Path> above = holder(folder).map(this::filesOf).orElse(Set.of());
    return above.isEmpty() ? files : files.stream().filter(f -> !above.contains(folder.path().resolve(f))).toList();
  }

  private static List<String> mixed(List<Project> found, Detection layout, Folder folder) {
    return found.isEmpty() || layout == Layouts.PLAIN || layout.isOneFile()
        ? List.of()
        : List.of(folder.shown() + ": holds migrations of " + found.getFirst().layout().title() + " and of "
            + layout.title() + "; ddlint takes them for two histories; give each a folder of its own");
  }

  /** Files that no layout wants, in a folder that is some tool's. */
  private static Layout beside(Detection layout, List<Project> found) {
    Optional<Layout> tool = found.stream().map(Project::layout).filter(other -> !other.scheme().isEmpty()).findFirst();
    return layout == Layouts.PLAIN && tool.isPresent() ? new Beside(tool.get()) : layout;
  }

  private Project project(Layout layout, Folder folder, History history, List<String> mixed, boolean prisma) {
    Optional<PrismaFiles.Located> schema = prisma ? schemaOf(folder) : Optional.empty();
    Optional<Dialect> dialect = history.dialect().or(() -> schema.flatMap(PrismaFiles.Located::dialect))
        .or(() -> typedSql(folder)).or(() -> FolderDialect.of(folder.path()));
    List<String> notices = new ArrayList<>(history.notices());
    notices.addAll(mixed);
    notices.addAll(ForeignMarks.notices(layout, folder, history));
    String name = oneFile(layout) ? history.up().getFirst().shownPath() : folder.shown();
    return new Project(layout, folder.path(), name, dialect, history.up(), history.aside(),
        schema.map(PrismaFiles.Located::schema), notices);
  }

  private static boolean oneFile(Layout layout) {
    return layout instanceof Detection detection && detection.isOneFile()
        || layout instanceof OtherRunner other && oneFile(other.layout());
  }

  private Layout runBy(Layout layout) {
    return settings.runner().<Layout>map(tool -> new OtherRunner(layout, tool)).orElse(layout);
  }

  /** Prisma's TypedSQL keeps its queries in a folder beside the schema. */
  private Optional<Dialect> typedSql(Folder folder) {
    return folder.name().equals("sql")
        ? folder.parent().flatMap(f -> prisma.in(f).stream().findFirst()).flatMap(PrismaFiles.Located::dialect)
        : Optional.empty();
  }

  /** The schema of a migrations folder: the configuration's, one beside the folder, one in a folder beside it. */
  private Optional<PrismaFiles.Located> schemaOf(Folder migrations) {
    Folder around = migrations.parent().orElse(migrations);
    List<PrismaFiles.Located> candidates = new ArrayList<>(configuredSchemas(around));
    candidates.addAll(prisma.in(around));
    if (candidates.isEmpty()) {
      around.folders().stream().map(around::child).filter(f -> !PrismaFiles.files(f).isEmpty())
          .forEach(f -> candidates.addAll(prisma.in(f)));
    }
    return candidates.stream().filter(s -> migrationsOf(s).filter(migrations::equals).isPresent()).findFirst();
  }

  private List<PrismaFiles.Located> configuredSchemas(Folder folder) {
    Optional<Path> schema = PrismaConfig.above(folder).schema();
    if (schema.isEmpty()) {
      return List.of();
    }
    return schema.get().toString().endsWith(".prisma")
        ? List.of(prisma.of(schema.get()))
        : prisma.in(tree.at(schema.get()));
  }

  /** Where a schema's migrations are: as configured, else beside its datasource, else beside that folder. */
  private Optional<Folder> migrationsOf(PrismaFiles.Located schema) {
    Folder home = tree.at(schema.home());
    List<Path> places = new ArrayList<>();
    PrismaConfig.above(home).migrations().ifPresent(places::add);
    places.add(schema.home().resolve("migrations"));
    home.parent().ifPresent(above -> places.add(above.path().resolve("migrations")));
    return places.stream().map(tree::at).filter(this::isPrismaHistory).findFirst();
  }

  private boolean isPrismaHistory(Folder folder) {
    return folder.has(PrismaMigrate.LOCK)
        || !FolderPerMigration.holding(folder, PrismaMigrate.FILE, false).isEmpty();
  }

  /** The project of a {@code .prisma} file: with its migrations where they are, else with an empty history. */
  Project ofPrisma(Path file) {
    PrismaFiles.Located located = prisma.of(file);
    return migrationsOf(located).stream().flatMap(m -> at(m).stream())
        .filter(p -> p.schema().filter(located.schema()::equals).isPresent()).findFirst()
        .orElseGet(() -> bySchema.computeIfAbsent(located.schema(), s -> schemaOnly(located)));
  }

  private static Project schemaOnly(PrismaFiles.Located located) {
    return new Project(Layouts.PRISMA, located.home(), located.schema().shownPath(), located.dialect(), List.of(),
        List.of(), Optional.of(located.schema()), List.of());
  }
}
