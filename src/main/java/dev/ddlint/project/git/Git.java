package dev.ddlint.project.git;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Calls git in one folder. */
final class Git {
  /** Set by git for its hooks: they would turn the question to the repository that the hook runs in. */
  private static final List<String> OF_HOOKS = List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX",
      "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_COMMON_DIR", "GIT_LITERAL_PATHSPECS",
      "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS", "GIT_EXTERNAL_DIFF", "GIT_DIFF_OPTS",
      "GIT_TRACE");

  private final Path folder;
  private final String program;

  Git(Path folder, String program) {
    this.folder = folder;
    this.program = program;
  }

  /** A call under way: begun at once, so that several may run beside each other. */
  static final class Call {
    private final Process process;
    private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();
    private final Thread listener;

    private Call(Process process) {
      this.process = process;
      this.listener = Thread.ofPlatform().daemon().name("ddlint-git").start(() -> {
        try (InputStream err = process.getErrorStream()) {
          err.transferTo(complaints);
        } catch (IOException e) {
          complaints.writeBytes(String.valueOf(e.getMessage()).getBytes(StandardCharsets.UTF_8));
        }
      });
    }

    /** Waits for the end. */
    Answer await() throws GitException {
      try (InputStream out = process.getInputStream()) {
        byte[] bytes = out.readAllBytes();
        int code = process.waitFor();
        listener.join();
        return new Answer(code, bytes, complaints.toString(StandardCharsets.UTF_8).strip());
      } catch (IOException e) {
        throw new GitException("what git answers cannot be read (" + e.getMessage() + ")");
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new GitException("interrupted while git was running");
      }
    }
  }

  /**
   * What git answered.
   *
   * @param complaint what it wrote to standard error
   */
  record Answer(int code, byte[] bytes, String complaint) {
    boolean ok() {
      return code == 0;
    }

    String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    /** git's own words, on one line. */
    String reason() {
      String first = complaint.lines().findFirst().orElse("exit code " + code);
      return first.startsWith("fatal: ") ? first.substring("fatal: ".length()) : first;
    }
  }

  String program() {
    return program;
  }

  Call start(String... arguments) throws GitException {
    return start(List.of(arguments), "");
  }

  Answer run(String... arguments) throws GitException {
    return start(arguments).await();
  }

  /** Begins a call that reads its standard input. */
  Call start(List<String> arguments, String input) throws GitException {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    OF_HOOKS.forEach(builder.environment()::remove);
    builder.environment().put("LC_ALL", "C");
    // A commit that waits for this hook holds the index; a lock of ours would make one of the two fail.
    builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
    try {
      Process process = builder.start();
      // On a thread of its own: git answers before it has read all.
      Thread.ofPlatform().daemon().name("ddlint-git").start(() -> feed(process, input));
      return new Call(process);
    } catch (IOException e) {
      throw new GitException("git is needed for --since and for git:REF, and `" + program + "` cannot be run ("
          + e.getMessage() + "); install git, or compare files");
    }
  }

  private static void feed(Process process, String input) {
    try (OutputStream in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // git has ended early: its exit code says why.
      process.destroy();
    }
  }
}
