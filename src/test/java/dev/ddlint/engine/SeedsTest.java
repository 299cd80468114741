package dev.ddlint.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.config.Configuration;
import dev.ddlint.config.Configuration.RuleSetting;
import dev.ddlint.config.Configuration.Tenancy;
import dev.ddlint.rule.RuleIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What an expert reviewer would want said of each block of the documents that the project grew out of. */
class SeedsTest {
  private static final Tenancy ONE_SCHEMA = new Tenancy(Optional.of("Tenant"), Optional.of("tenantId"), List.of(),
      Optional.empty());

  @TempDir
  private Path folder;
  private int count;

  private record Row(String file, int line, String rule, String strength, String why) {
    boolean silent() {
      return rule.startsWith("NOT ");
    }

    String id() {
      return silent() ? rule.substring(4) : rule;
    }

    static Row of(String line) {
      String[] fields = line.split("\t", -1);
      return new Row(fields[0], Integer.parseInt(fields[1]), fields[2], fields[3], fields[4]);
    }
  }

  @TestFactory
  List<DynamicTest> blocks() throws IOException {
    Path blocks = Corpus.shared().resolve("seeds/blocks");
    RuleIndex index = RuleIndex.load();
    List<DynamicTest> tests = new ArrayList<>();
    for (String line : Files.readAllLines(blocks.resolve("expected.tsv"))) {
      if (!line.startsWith("file\t")) {
        Row row = Row.of(line);
        if (index.byId(row.id()).isPresent()) {
          tests
              .add(DynamicTest.dynamicTest(row.file() + ":" + row.line() + " " + row.rule(), () -> check(row, blocks)));
        }
      }
    }
    return tests;
  }

  private void check(Row row, Path blocks) throws IOException {
    Bench bench = new Bench(folder.resolve("block" + count++));
    Configuration configuration = Configuration.DEFAULT.withRules(Map.of(row.id(), RuleSetting.ON));
    List<String> files = new ArrayList<>(List.of(row.file()));
    if (row.file().startsWith("003-0") && row.file().endsWith(".prisma")) {
      files = new ArrayList<>(List.of("003-02.prisma", "003-03.prisma"));
      configuration = configuration.with(ONE_SCHEMA);
    }
    boolean several = files.size() > 1;
    for (String file : files) {
      bench.file(several ? "prisma/schema/" + file : file, Files.readString(blocks.resolve(file)));
    }
    List<String> found = bench.lint(configuration, ".").findings().stream()
        .filter(finding -> finding.rule().equals(row.id()) && finding.place().file().path().endsWith(row.file()))
        .map(finding -> finding.rule() + " at line " + finding.place().start().line()).toList();
    String expected = row.id() + " at line " + row.line();
    if (row.silent()) {
      assertThat(found).as(row.why()).doesNotContain(expected);
    } else if (!row.strength().equals("info")) {
      assertThat(found).as(row.why()).contains(expected);
    }
  }
}
