package dev.ddlint.project;

import dev.ddlint.ir.Dialect;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** {@code supabase/migrations/NNN_name.sql}; always PostgreSQL. */
final class Supabase implements Detection {

  @Override
  public String id() {
    return "supabase";
  }

  @Override
  public String title() {
    return "Supabase";
  }

  @Override
  public String scheme() {
    return "<number>_<name>.sql";
  }

  /** Compared as text. */
  @Override
  public String identity(String version) {
    return version;
  }

  @Override
  public RunnerProfile runner() {
    return RunnerProfile.of(title(), RunnerProfile.Reach.FILE, RunnerProfile.Sending.PIPELINE).always();
  }

  @Override
  public History claim(Unclaimed files) {
    Folder folder = files.folder();
    if (isOfTests(folder)) {
      return History.of(List.of(), files.files().stream()
          .map(f -> folder.migration(Unclaimed.stem(f), Unclaimed.stem(f), Direction.DOWN, f)).toList())
          .in(Optional.of(Dialect.POSTGRESQL));
    }
    if (!folder.name().equals("migrations") || files.numbered().isEmpty()
        || !folder.path().endsWith("supabase/migrations")) {
      return History.NONE;
    }
    return History.of(files.numberedMigrations(Direction.UP)).in(Optional.of(Dialect.POSTGRESQL));
  }

  /** {@code supabase test db} runs what lies here in a transaction that it rolls back: nothing of it stays. */
  private static boolean isOfTests(Folder folder) {
    Path path = folder.path();
    return IntStream.range(1, path.getNameCount()).anyMatch(i -> path.getName(i).toString().equals("tests")
        && path.getName(i - 1).toString().equals("supabase"));
  }
}
