package dev.ddlint.project;

import java.util.ArrayList;
import java.util.List;

/** SQL files that no tool's layout explains: one history a folder, by name. How they are run is not known. */
final class PlainFolder implements Detection {

  @Override
  public String id() {
    return "plain";
  }

  @Override
  public String title() {
    return "plain folder";
  }

  /** Whatever else lies in a folder of SQL, a file with a number is a step of something. */
  @Override
  public boolean appliesOnce(Migration migration) {
    return !migration.name().isEmpty() && NaturalOrder.isDigit(migration.name().charAt(0));
  }

  @Override
  public boolean isApplied() {
    return false;
  }

  @Override
  public String identity(String version) {
    return version;
  }

  @Override
  public RunnerProfile runner() {
    return RunnerProfile.of(title(), RunnerProfile.Reach.UNKNOWN, RunnerProfile.Sending.UNKNOWN);
  }

  @Override
  public History claim(Unclaimed files) {
    List<String> names = new ArrayList<>(files.files());
    names.sort(NaturalOrder.COMPARATOR);
    return History.of(names.stream()
        .map(f -> files.folder().migration(Unclaimed.stem(f), Unclaimed.stem(f), Direction.UP, f)).toList());
  }
}
