package dev.ddlint.cli;

import dev.ddlint.config.Configuration;
import dev.ddlint.config.ConfigurationException;
import dev.ddlint.engine.Result;
import dev.ddlint.engine.SchemaDiff;
import dev.ddlint.report.Format;
import dev.ddlint.report.Run;
import dev.ddlint.report.ScriptReport;
import dev.ddlint.rule.RuleIndex;
import dev.ddlint.text.SourceFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Compares two Prisma schemas and writes the SQL between them and the reports. */
final class DiffCommand implements CheckRequest.Command {

  @Override
  public int run(CheckRequest request, Console console) {
    long start = System.nanoTime();
    RuleIndex index = RuleIndex.load();
    Path here = Path.of("").toAbsolutePath();
    try {
      SchemaSides sides = SchemaSides.of(request.paths().get(0), request.paths().get(1), here);
      Configuration configuration = CheckCommand.configuration(request, index, here, List.of(sides.place()));
      List<SourceFile> before = sides.before();
      List<SourceFile> after = sides.after();
      SchemaDiff diff = SchemaDiff.of(before, after, index, configuration);
      Result result = CheckCommand.heldBack(diff.result(), configuration);
      Run run = Run.of(result, index, CheckCommand.folder(request), Duration.ofNanos(System.nanoTime() - start))
          .seenFrom(configuration.standpoint());
      run = request.showSuppressed() ? run.showing(result.silenced()) : run;
      if (request.format() == Format.TEXT) {
        console.out().print(ScriptReport.render(diff.sql().isEmpty()
            ? "-- Both schemas make the same database."
            : diff.sql()));
      }
      result.notices().forEach(console::say);
      CheckCommand.write(request, run, console);
      return CheckCommand.exitCode(request, configuration, result);
    } catch (ConfigurationException e) {
      throw new UsageError(String.valueOf(e.getMessage()));
    }
  }
}
