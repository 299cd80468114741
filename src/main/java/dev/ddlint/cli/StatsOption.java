package dev.ddlint.cli;

import dev.ddlint.config.Configuration;
import dev.ddlint.config.ConfigurationException;
import dev.ddlint.config.StatisticsReader;
import java.nio.file.Path;
import java.util.Optional;

/** {@code --stats FILE}: how large the tables are. */
final class StatsOption {
  static final String NAME = "--stats";
  static final Syntax.Option OPTION = Syntax.Option.one(NAME, "FILE",
      "the tables' sizes as JSON; the README has the query that makes it");

  private StatsOption() {}

  /** The configuration with the file's sizes in the place of its own; what counts as small or fast stays. */
  static Configuration apply(Optional<String> file, Configuration configuration) throws ConfigurationException {
    return file.isEmpty()
        ? configuration
        : configuration.with(configuration.settings().withStatistics(
            configuration.settings().statistics().withSizes(new StatisticsReader(Path.of(file.get())).read())));
  }
}
