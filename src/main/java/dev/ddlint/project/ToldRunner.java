package dev.ddlint.project;

/** A runner of which a configuration tells only how far its transaction reaches. */
record ToldRunner(RunnerProfile.Reach reach) implements Layout {

  @Override
  public String id() {
    return "plain";
  }

  @Override
  public String title() {
    return "the configured runner";
  }

  @Override
  public RunnerProfile runner() {
    return RunnerProfile.of(title(), reach, reach == RunnerProfile.Reach.UNKNOWN
        ? RunnerProfile.Sending.UNKNOWN
        : RunnerProfile.Sending.STATEMENT_BY_STATEMENT);
  }
}
