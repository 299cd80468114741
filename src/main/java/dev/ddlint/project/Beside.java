package dev.ddlint.project;

/**
 * SQL files that stand among the migrations of a tool and are not named as it wants: it passes them over, and they are
 * taken for a plain folder.
 */
public record Beside(Layout tool) implements Layout {

  @Override
  public String id() {
    return Layouts.PLAIN.id();
  }

  @Override
  public String title() {
    return Layouts.PLAIN.title();
  }

  @Override
  public RunnerProfile runner() {
    return Layouts.PLAIN.runner();
  }

  @Override
  public boolean isApplied() {
    return false;
  }

  @Override
  public String identity(String version) {
    return Layouts.PLAIN.identity(version);
  }

  @Override
  public boolean appliesOnce(Migration migration) {
    return Layouts.PLAIN.appliesOnce(migration);
  }
}
