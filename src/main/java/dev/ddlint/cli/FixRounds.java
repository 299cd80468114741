package dev.ddlint.cli;

import dev.ddlint.config.ConfigurationException;
import dev.ddlint.engine.Fixing;
import dev.ddlint.engine.Fixing.Fixed;
import dev.ddlint.engine.Result;
import dev.ddlint.project.git.GitException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Fixes until nothing is left to fix. Of two fixes of one place the second is made in the text of the first. */
final class FixRounds {
  /** So many fixes of one place no file has; it ends what would go on for ever. */
  private static final int MOST = 20;

  private FixRounds() {}

  /** A run over files of which some have other text than the disk has. */
  interface Look {
    Result at(Map<Path, byte[]> edited) throws ConfigurationException, GitException, InterruptedException;
  }

  static Fixing of(Result first, Path here, Look look)
      throws ConfigurationException, GitException, InterruptedException {
    Fixing all = Fixing.of(first);
    Fixing last = all;
    for (int round = 1; round < MOST && !last.files().isEmpty(); round++) {
      last = Fixing.of(look.at(edited(all, here)));
      all = all.then(last);
    }
    return all;
  }

  private static Map<Path, byte[]> edited(Fixing fixing, Path here) {
    Map<Path, byte[]> edited = new HashMap<>();
    for (Fixed file : fixing.files()) {
      edited.put(here.resolve(file.before().path()).normalize(), file.after().getBytes(StandardCharsets.UTF_8));
    }
    return edited;
  }
}
