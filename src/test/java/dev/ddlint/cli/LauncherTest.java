package dev.ddlint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, with a JDK of shell scripts that write down how they were called. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  private static final String FAKE_JAVA = """
      #!/bin/sh
      for word in "$@"; do
        case $word in -XX:AOTCacheOutput=*) echo archive >"${word#*=}"; echo train >>"$CALLS" ;; esac
      done
      [ "$1" = -version ] && { echo version >>"$CALLS"; exit 0; }
      for word in "$@"; do echo "$word"; done
      """;

  @TempDir
  private Path folder;
  private Path home;
  private Path calls;

  @BeforeEach
  void installs() throws IOException {
    home = Files.createDirectories(folder.resolve("a checkout"));
    calls = Files.createFile(folder.resolve("calls"));
    Files.copy(Path.of("ddlint"), home.resolve("ddlint"));
    executable(home.resolve("ddlint"));
    Files.writeString(Files.createDirectories(home.resolve("target")).resolve("ddlint.jar"), "a jar");
    jdk("jdk'99", "99.0.1");
  }

  private Path jdk(String name, String version) throws IOException {
    Path jdk = folder.resolve(name);
    Files.writeString(Files.createDirectories(jdk.resolve("bin")).resolve("java"), FAKE_JAVA);
    executable(jdk.resolve("bin/java"));
    Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    return jdk;
  }

  private static void executable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private List<String> run(Path workingDirectory, String script, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(script));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(workingDirectory.toFile())
        .redirectErrorStream(true);
    builder.environment().putAll(Map.of("JAVA_HOME", folder.resolve("jdk'99").toString(), "XDG_CACHE_HOME",
        folder.resolve("cache").toString(), "CALLS", calls.toString()));
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output.lines().toList();
  }

  @Test
  void startsTheNewestJdkWithAnArchive() throws Exception {
    List<String> words = run(home, "./ddlint", "check", "a b");
    assertThat(words).endsWith("-cp", home.resolve("target/ddlint.jar").toString(), "dev.ddlint.cli.Main", "check",
        "a b");
    assertThat(words).anyMatch(word -> word.startsWith("-XX:AOTCache=")).contains("-Dddlint.terminal=false",
        "-Dddlint.progress=false");
  }

  @Test
  void remembersWhatItFoundOut() throws Exception {
    List<String> first = run(home, "./ddlint", "rules");
    Files.writeString(calls, "");
    assertThat(run(home, "./ddlint", "rules")).isEqualTo(first);
    assertThat(Files.readString(calls)).isEmpty();
  }

  @Test
  void findsItsHomeThroughLinksAndFromElsewhere() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), home.resolve("ddlint"));
    Files.createSymbolicLink(folder.resolve("link2"), Path.of("link"));
    String jar = home.resolve("target/ddlint.jar").toString();
    assertThat(run(folder, link.toString(), "x")).contains(jar);
    assertThat(run(folder, "./link2", "x")).contains(jar);
    assertThat(run(folder, "a checkout/ddlint", "x")).contains(jar);
  }

  @Test
  void worksWithoutACache() throws Exception {
    Files.writeString(folder.resolve("cache"), "a file where the folder should be");
    assertThat(run(home, "./ddlint", "rules")).endsWith("rules").noneMatch(word -> word.contains("AOTCache"));
  }

  @Test
  void findsOutAgainForAnotherJar() throws Exception {
    run(home, "./ddlint", "rules");
    Files.writeString(home.resolve("target/ddlint.jar"), "a newer, longer jar");
    Files.writeString(calls, "");
    Files.setLastModifiedTime(home.resolve("target/ddlint.jar"),
        java.nio.file.attribute.FileTime.fromMillis(System.currentTimeMillis() + 5_000));
    run(home, "./ddlint", "rules");
    assertThat(Files.readString(calls)).contains("version", "train");
  }

  /** As on a machine that has an old JDK and no other. */
  @Test
  void saysWhichJdkItNeeds() throws Exception {
    String script = Files.readString(home.resolve("ddlint")).replaceAll("(?s)for candidate in .*?; do",
        "for candidate in \"\\${JAVA_HOME:-}\"; do");
    assertThat(script).contains("for candidate in").doesNotContain("/usr/lib/jvm");
    Path old = home.resolve("old");
    Files.writeString(old, script);
    executable(old);
    ProcessBuilder builder = new ProcessBuilder(old.toString(), "check").redirectErrorStream(true);
    builder.environment().putAll(Map.of("JAVA_HOME", jdk("jdk17", "17.0.1").toString(), "XDG_CACHE_HOME",
        folder.resolve("cache").toString(), "CALLS", calls.toString()));
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(2);
    assertThat(said).isEqualTo(
        "ddlint: needs a JDK 21 or newer (25 starts fastest) and found none: set JAVA_HOME to one\n");
  }
}
