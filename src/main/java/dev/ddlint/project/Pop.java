package dev.ddlint.project;

import dev.ddlint.ir.Dialect;
import dev.ddlint.text.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pop and its kin (soda, popx): {@code NNN_name.postgres.up.sql} beside {@code NNN_name.up.sql}, a database's own file
 * going before the general one.
 */
final class Pop implements Detection {
  private static final String AUTOCOMMIT = ".autocommit.";

  @Override
  public String id() {
    return "pop";
  }

  @Override
  public String title() {
    return "Pop";
  }

  @Override
  public String scheme() {
    return "<number>_<name>.up.sql";
  }

  /** Compared as text. */
  @Override
  public String identity(String version) {
    return version;
  }

  @Override
  public RunnerProfile runner() {
    return RunnerProfile.of(title(), RunnerProfile.Reach.FILE, RunnerProfile.Sending.WHOLE_FILE);
  }

  @Override
  public History claim(Unclaimed files) {
    Map<String, Optional<Dialect>> own = new LinkedHashMap<>();
    boolean marked = !files.folder().ending(".fizz").isEmpty();
    for (String file : files.files()) {
      if (Unclaimed.isUpDown(file)) {
        Optional<Dialect> dialect = database(file);
        own.put(file, dialect);
        marked |= dialect.isPresent() || file.contains(AUTOCOMMIT);
      }
    }
    return marked && !own.isEmpty() ? forOneDatabase(files.folder(), own) : History.NONE;
  }

  /** Files for several databases are several histories in one folder; PostgreSQL's is the one that is judged. */
  private static History forOneDatabase(Folder folder, Map<String, Optional<Dialect>> own) {
    List<Dialect> told = own.values().stream().flatMap(Optional::stream).distinct().sorted().toList();
    Optional<Dialect> chosen = told.stream().findFirst();
    List<String> used = new ArrayList<>();
    List<String> others = new ArrayList<>();
    own.forEach((file, dialect) -> (isUsed(file, dialect, chosen, own) ? used : others).add(file));
    History history = UpDownFiles.history(folder, used);
    History other = UpDownFiles.history(folder, others);
    List<Migration> aside = new ArrayList<>(history.aside());
    aside.addAll(other.up());
    aside.addAll(other.aside());
    return History.of(history.up(), aside).in(chosen);
  }

  private static boolean isUsed(String file, Optional<Dialect> dialect, Optional<Dialect> chosen,
      Map<String, Optional<Dialect>> own) {
    if (dialect.isPresent()) {
      return dialect.equals(chosen);
    }
    String ending = file.endsWith(".up.sql") ? ".up.sql" : ".down.sql";
    String stem = file.substring(0, file.length() - ending.length());
    return own.keySet().stream().noneMatch(other -> !other.equals(file) && other.startsWith(stem + ".")
        && other.endsWith(ending) && database(other).equals(chosen) && chosen.isPresent());
  }

  /** The word before {@code .up.sql}, where it names a database. */
  private static Optional<Dialect> database(String file) {
    int end = file.lastIndexOf('.', file.length() - ".sql".length() - 1);
    int start = end < 1 ? -1 : file.lastIndexOf('.', end - 1);
    String word = start < 0 ? "" : file.substring(start + 1, end);
    return word.equals("autocommit") ? database(file.replace(AUTOCOMMIT, ".")) : Layouts.dialect(word);
  }

  @Override
  public List<Section> sections(Migration migration, SourceFile text) {
    boolean leaves = migration.file().toString().contains(AUTOCOMMIT);
    return List.of(Layout.whole(migration, text,
        leaves ? runner().optedOut(AUTOCOMMIT, RunnerProfile.Sending.WHOLE_FILE) : runner()));
  }
}
