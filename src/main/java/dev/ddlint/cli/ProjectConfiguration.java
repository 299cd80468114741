package dev.ddlint.cli;

import dev.ddlint.config.Configuration;
import dev.ddlint.config.ConfigurationException;
import dev.ddlint.config.ConfigurationFile;
import dev.ddlint.config.ConfigurationReader;
import dev.ddlint.config.Standpoint;
import dev.ddlint.rule.RuleIndex;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The configuration that holds for what was asked: the file named, else the nearest one above the first path. */
final class ProjectConfiguration {

  private ProjectConfiguration() {}

  static Configuration read(Optional<String> named, RuleIndex index, Path here, List<Path> paths)
      throws ConfigurationException {
    if (named.isPresent()) {
      return read(Path.of(named.get()), index, here);
    }
    Path first = paths.isEmpty() ? here : here.resolve(paths.get(0));
    Path folder = Files.isDirectory(first) ? first : first.getParent();
    Optional<Path> file = ConfigurationFile.nearest(folder == null ? here : folder);
    return file.isEmpty() ? Configuration.DEFAULT : read(file.get(), index, here);
  }

  private static Configuration read(Path file, RuleIndex index, Path here) throws ConfigurationException {
    return new ConfigurationReader(file, index).read().seenFrom(Standpoint.of(file, here));
  }
}
