package dev.ddlint.config;

import dev.ddlint.config.Configuration.Migrations;
import dev.ddlint.project.Layout;
import dev.ddlint.project.Layouts;
import dev.ddlint.project.RunnerProfile.Reach;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.PatternSyntaxException;

/** Reads what stands under {@code migrations:} of one history. */
final class MigrationsReader {
  static final Set<String> KEYS = Set.of("files", "runner", "transaction");
  static final List<String> REACHES = List.of("file", "statement", "unknown");

  private final Path folder;

  /** @param configuration the file, to whose folder globs are relative */
  MigrationsReader(Path configuration) {
    Path file = configuration.toAbsolutePath().normalize();
    Path parent = file.getParent();
    this.folder = parent == null ? file : parent;
  }

  /** @param error makes an exception of a message, with the place */
  Migrations read(Map<String, String> texts, Function<String, ConfigurationException> error)
      throws ConfigurationException {
    Optional<String> files = Optional.ofNullable(texts.get("files"));
    Optional<Layout> runner = Optional.empty();
    if (texts.containsKey("runner") && texts.containsKey("transaction")) {
      throw error.apply("`runner` and `transaction` both say how files are run; keep one of them");
    }
    if (texts.containsKey("runner")) {
      runner = Optional.of(tool(String.valueOf(texts.get("runner")), error));
    } else if (texts.containsKey("transaction")) {
      runner = Optional.of(Layouts.reaching(reach(String.valueOf(texts.get("transaction")), error)));
    }
    if (files.isPresent()) {
      checkGlob(files.get(), error);
    } else if (runner.isEmpty()) {
      throw error.apply("`migrations` says nothing; expected `files`, `runner` or `transaction`");
    }
    return new Migrations(folder, files, runner);
  }

  private static Layout tool(String id, Function<String, ConfigurationException> error) throws ConfigurationException {
    Optional<Layout> found = Layouts.byId(id);
    if (found.isEmpty()) {
      List<String> ids = Layouts.all().stream().map(Layout::id).toList();
      throw error.apply("`" + id + "` is not a runner" + NearestName.of(id, ids)
          .map(near -> ", did you mean `" + near + "`?").orElse("; expected one of " + String.join(", ", ids)));
    }
    return found.get();
  }

  private static Reach reach(String word, Function<String, ConfigurationException> error)
      throws ConfigurationException {
    return switch (word) {
      case "file" -> Reach.FILE;
      case "statement" -> Reach.STATEMENT;
      case "unknown" -> Reach.UNKNOWN;
      default -> throw error.apply("expected one of " + String.join(", ", REACHES) + ", not `" + word + "`");
    };
  }

  private static void checkGlob(String files, Function<String, ConfigurationException> error)
      throws ConfigurationException {
    if (files.isBlank() || files.startsWith("/")) {
      throw error.apply("`files` is a glob relative to this file, such as `db/versions/**/*.sql`, not `" + files + "`");
    }
    try {
      FileSystems.getDefault().getPathMatcher("glob:" + files);
    } catch (PatternSyntaxException e) {
      throw error.apply("`" + files + "` is no glob (" + e.getDescription() + "); expected one such as"
          + " `db/versions/**/*.sql`");
    }
  }
}
