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
