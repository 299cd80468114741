package dev.ddlint.project;

import dev.ddlint.ir.Dialect;
import java.util.Optional;

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
    if (!folder.name().equals("migrations") || files.numbered().isEmpty()
        || !folder.path().endsWith("supabase/migrations")) {
      return History.NONE;
    }
    return History.of(files.numberedMigrations(Direction.UP)).in(Optional.of(Dialect.POSTGRESQL));
  }
}
