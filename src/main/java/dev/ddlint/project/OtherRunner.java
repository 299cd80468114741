package dev.ddlint.project;

import dev.ddlint.text.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A layout whose files another tool runs: what goes up and down stays the layout's, transactions are the tool's. */
record OtherRunner(Layout layout, Layout tool) implements Layout {

  @Override
  public String id() {
    return layout.id();
  }

  @Override
  public String title() {
    return layout.title();
  }

  @Override
  public RunnerProfile runner() {
    return tool.runner();
  }

  @Override
  public List<Section> sections(Migration migration, SourceFile text) {
    List<Section> ofTool = tool.sections(migration, text);
    if (isPlain()) {
      return ofTool;
    }
    return layout.sections(migration, text).stream()
        .map(s -> new Section(s.direction(), s.span(), runnerAt(s.span().start(), ofTool))).toList();
  }

  private static RunnerProfile runnerAt(int offset, List<Section> ofTool) {
    RunnerProfile runner = ofTool.getFirst().runner();
    for (Section section : ofTool) {
      if (section.span().start() <= offset) {
        runner = section.runner();
      }
    }
    return runner;
  }

  @Override
  public String statements(SourceFile text) {
    return isPlain() ? tool.statements(text) : layout.statements(text);
  }

  @Override
  public boolean fillsDollarBraces() {
    return isPlain() ? tool.fillsDollarBraces() : layout.fillsDollarBraces();
  }

  @Override
  public boolean checksums() {
    return tool.checksums();
  }

  @Override
  public String identity(String version) {
    return layout.identity(version);
  }

  @Override
  public String scheme() {
    return layout.scheme();
  }

  /** Whoever names a runner says that these are migrations. */
  @Override
  public boolean appliesOnce(Migration migration) {
    return isPlain() || layout.appliesOnce(migration);
  }

  @Override
  public Map<String, String> placeholders(Path root) {
    return isPlain() ? tool.placeholders(root) : layout.placeholders(root);
  }

  /** A plain folder knows no marks of its own, so those of the tool count. */
  private boolean isPlain() {
    return layout == Layouts.PLAIN || layout instanceof Beside;
  }
}
