package dev.ddlint.cli;

import dev.ddlint.config.ConfigurationException;
import dev.ddlint.config.ConfigurationFile;
import dev.ddlint.config.ConfigurationReader;
import dev.ddlint.config.ConfigurationSchema;
import dev.ddlint.config.ShownConfiguration;
import dev.ddlint.config.Standpoint;
import dev.ddlint.report.Json;
import dev.ddlint.rule.RuleIndex;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code ddlint config show [PATH]} and {@code ddlint config schema}. */
final class ConfigVerb implements Verb {
  private static final int WIDEST = 60;

  @Override
  public String name() {
    return "config";
  }

  @Override
  public String summary() {
    return "Shows what is configured and where, or the JSON Schema of ddlint.yaml for editors";
  }

  @Override
  public Syntax syntax() {
    return new Syntax(name(), summary(), "show|schema", "show [PATH]: what holds for a path; schema: for an editor", 1,
        2, List.of(Syntax.Option.one(CheckVerb.CONFIG, "FILE",
            "the configuration; looked for beside the path and above it when not given")));
  }

  @Override
  public int run(Arguments arguments, Console console) {
    List<String> typed = arguments.parameters();
    RuleIndex index = RuleIndex.load();
    switch (typed.get(0)) {
      case "show" -> console.out().print(show(arguments, index));
      case "schema" -> {
        if (typed.size() > 1) {
          throw new UsageError("ddlint config schema: `" + typed.get(1) + "` is too many; it takes no path");
        }
        console.out().print(Json.value(new ConfigurationSchema(index).schema()) + "\n");
      }
      default -> throw new UsageError("ddlint config " + typed.get(0) + ": expected show or schema");
    }
    return ExitCode.CLEAN;
  }

  private static String show(Arguments arguments, RuleIndex index) {
    Path here = Path.of("").toAbsolutePath();
    Path asked = here.resolve(arguments.parameters().size() > 1 ? arguments.parameters().get(1) : "").normalize();
    if (!Files.exists(asked)) {
      throw new UsageError(asked + ": no such file or folder");
    }
    Path folder = Files.isDirectory(asked) ? asked : Optional.ofNullable(asked.getParent()).orElse(here);
    try {
      Optional<String> named = arguments.text(CheckVerb.CONFIG);
      Optional<Path> file = named.isPresent() ? named.map(here::resolve) : ConfigurationFile.nearest(folder);
      String shown = file.map(found -> Standpoint.of(found, here).name()).orElse("");
      if (file.isPresent()) {
        new ConfigurationReader(file.get(), index).read();
      }
      return (file.isPresent() ? "" : "# no ddlint.yaml in " + folder + " or above it\n")
          + render(ShownConfiguration.of(file, shown, index));
    } catch (ConfigurationException e) {
      throw new UsageError(String.valueOf(e.getMessage()));
    }
  }

  private static String render(List<ShownConfiguration.Line> lines) {
    int width = lines.stream().mapToInt(line -> line.text().length()).filter(length -> length <= WIDEST).max()
        .orElse(0);
    StringBuilder out = new StringBuilder();
    for (ShownConfiguration.Line line : lines) {
      out.append(line.text());
      if (!line.origin().isEmpty()) {
        out.append(" ".repeat(Math.max(0, width - line.text().length()))).append("  # ").append(line.origin());
      }
      out.append('\n');
    }
    return out.toString();
  }
}
