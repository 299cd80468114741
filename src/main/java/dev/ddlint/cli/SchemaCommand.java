package dev.ddlint.cli;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.config.Configuration;
import dev.ddlint.config.ConfigurationException;
import dev.ddlint.engine.Linter;
import dev.ddlint.project.Found;
import dev.ddlint.project.ProjectFinder;
import dev.ddlint.report.SchemaReport;
import dev.ddlint.rule.RuleIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the schema that one history, or one Prisma schema, leads to. */
final class SchemaCommand implements SchemaRequest.Command {

  @Override
  public int run(SchemaRequest request, Console console) {
    Path here = Path.of("").toAbsolutePath();
    List<Path> paths = List.of(Path.of(request.path()));
    try {
      Configuration configuration = ProjectConfiguration.read(Optional.empty(), RuleIndex.load(), here, paths);
      Found found = ProjectFinder.find(paths, here, configuration.projects());
      List<String> problems = new ArrayList<>(found.problems());
      Map<String, Catalog> catalogs = Linter.fold(found, configuration, problems);
      problems.forEach(console::say);
      if (catalogs.size() > 1) {
        throw new UsageError(request.path() + " holds several histories, name one of them: "
            + String.join(", ", catalogs.keySet()));
      }
      for (Catalog catalog : catalogs.values()) {
        if (request.format() == SchemaRequest.Format.TSV) {
          SchemaReport.tsv(catalog, console.out());
        } else {
          SchemaReport.json(catalog, console.out());
        }
      }
      return problems.isEmpty() ? ExitCode.CLEAN : ExitCode.FAILURE;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ConfigurationException e) {
      throw new UsageError(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.FAILURE;
    }
  }
}
