package dev.ddlint.cli;

import dev.ddlint.engine.Fixing;
import dev.ddlint.engine.Fixing.Fixed;
import dev.ddlint.finding.Finding;
import dev.ddlint.text.SourceReader;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes what {@code --fix} makes of files, and says so. */
record FixedFiles(Path here, PrintStream out) {

  /** A file that cannot be written safely is left as it is; its findings are found again. */
  void write(Fixing fixing) {
    int fixed = 0;
    int files = 0;
    for (Fixed file : fixing.files()) {
      Optional<String> reason = write(file);
      if (reason.isPresent()) {
        say("left as it is: " + Printable.of(file.before().path()) + ": " + reason.get());
      } else {
        files++;
        fixed += file.findings().size();
        say("fixed " + Printable.of(file.before().path()) + ": " + what(file));
      }
    }
    fixing.waiting().forEach(finding -> say("left for the next run: " + Printable.of(finding.place().toString()) + " "
        + finding.rule() + " would change the same place"));
    say(fixed + (fixed == 1 ? " finding" : " findings") + " fixed in " + files + (files == 1 ? " file" : " files"));
  }

  private Optional<String> write(Fixed file) {
    Path path = here.resolve(file.before().path());
    if (Files.isSymbolicLink(path)) {
      return Optional.of("is a symbolic link");
    }
    try {
      if (!SourceReader.read(path, file.before().path()).text().equals(file.before().text())) {
        return Optional.of("has changed meanwhile");
      }
    } catch (SourceReader.Unreadable e) {
      return Optional.of("cannot be read any more");
    }
    WholeFile.write(path, file.after());
    return Optional.empty();
  }

  /** Each thing that was done once, with the rule that asked for it. */
  private static String what(Fixed file) {
    return file.findings().stream().map(FixedFiles::what).distinct().collect(Collectors.joining("; "));
  }

  private static String what(Finding finding) {
    return finding.rule() + " (" + finding.fixes().get(0).description() + ")";
  }

  private void say(String text) {
    out.println("ddlint: " + text);
  }
}
