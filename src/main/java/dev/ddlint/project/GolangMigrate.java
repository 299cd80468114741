package dev.ddlint.project;

/** {@code NNN_name.up.sql} and {@code .down.sql}, in order of the number. */
final class GolangMigrate implements Detection {

  @Override
  public String id() {
    return "golang-migrate";
  }

  @Override
  public String title() {
    return "golang-migrate";
  }

  @Override
  public String scheme() {
    return "<number>_<name>.up.sql";
  }

  @Override
  public RunnerProfile runner() {
    return RunnerProfile.of(title(), RunnerProfile.Reach.STATEMENT, RunnerProfile.Sending.WHOLE_FILE);
  }

  @Override
  public History claim(Unclaimed files) {
    return UpDownFiles.history(files.folder(), files.files());
  }
}
