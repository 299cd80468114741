package dev.ddlint.engine;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.State;
import dev.ddlint.catalog.tenancy.PossibleKeys;
import dev.ddlint.catalog.tenancy.Tenancy;
import dev.ddlint.catalog.tenancy.TenancySettings;
import dev.ddlint.ir.Statement;
import dev.ddlint.physics.Physics;
import dev.ddlint.project.Migration;
import dev.ddlint.project.Project;
import dev.ddlint.project.Review;
import dev.ddlint.project.RunnerProfile;
import dev.ddlint.project.Standing;
import dev.ddlint.rule.Day;
import dev.ddlint.rule.Down;
import dev.ddlint.rule.Settings;
import dev.ddlint.rule.Step;
import dev.ddlint.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A migration as it was folded. */
final class RecordedDay implements Day {
  private static final RunnerProfile UNKNOWN_RUNNER = RunnerProfile.of("", RunnerProfile.Reach.UNKNOWN,
      RunnerProfile.Sending.UNKNOWN);

  private final Project project;
  private final Migration migration;
  private final SourceFile file;
  private final State before;
  private final Physics physics;
  private final Settings settings;
  private final TenancySettings tenancy;
  private final List<Step> steps = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private final Supplier<Tenancy> tenants;
  private @Nullable Supplier<Tenancy> tenantsAfter;
  private @Nullable PossibleKeys possibleKeys;

  private Standing standing;
  private Supplier<Optional<Down>> down = Optional::empty;
  private boolean othersHaveDowns;
  private List<Day> sameTransaction = List.of();
  private int part;

  RecordedDay(Project project, Migration migration, SourceFile file, State before, Physics physics,
      Settings settings, TenancySettings tenancy) {
    this.project = project;
    this.migration = migration;
    this.file = file;
    this.before = before;
    this.physics = physics;
    this.settings = settings;
    this.tenancy = tenancy;
    this.tenants = Tenancy.lazily(before.catalog(), tenancy);
    this.standing = new Standing(Review.AUDIT, List.of());
  }

  /** Tells what lies around the migration. */
  RecordedDay amid(Standing known, List<Day> together, Supplier<Optional<Down>> back, boolean othersGoBack) {
    this.standing = known;
    this.sameTransaction = List.copyOf(together);
    this.down = back;
    this.othersHaveDowns = othersGoBack;
    return this;
  }

  /** What follows stands in another part of the file. */
  void beginPart() {
    part++;
  }

  /** Adds a statement of which nobody asks how it runs. */
  void add(Statement statement, State from, State.Step step) {
    add(statement, from, step, RunnerProfile.Transaction.NOT_ASKED, UNKNOWN_RUNNER);
  }

  /**
   * Adds what a statement did.
   *
   * @param transaction what the runner does with the section that the statement stands in
   */
  void add(Statement statement, State from, State.Step step, RunnerProfile.Transaction transaction,
      RunnerProfile runner) {
    steps.add(new RecordedStep(file, statement, from, step, part, transaction, runner, physics));
    changes.addAll(step.changes());
  }

  @Override
  public SourceFile file() {
    return file;
  }

  @Override
  public Migration migration() {
    return migration;
  }

  @Override
  public Project project() {
    return project;
  }

  @Override
  public List<Step> steps() {
    return steps;
  }

  @Override
  public List<Change> changes() {
    return changes;
  }

  @Override
  public State before() {
    return before;
  }

  @Override
  public State after() {
    return steps.isEmpty() ? before : steps.get(steps.size() - 1).after();
  }

  @Override
  public Settings settings() {
    return settings;
  }

  @Override
  public Tenancy tenantsAfter() {
    Supplier<Tenancy> known = tenantsAfter;
    if (known == null) {
      known = Tenancy.lazily(after().catalog(), tenancy);
      tenantsAfter = known;
    }
    return known.get();
  }

  @Override
  public PossibleKeys possibleKeys() {
    PossibleKeys known = possibleKeys;
    if (known == null) {
      known = new PossibleKeys(before.catalog(), tenancy);
      possibleKeys = known;
    }
    return known;
  }

  @Override
  public Tenancy tenants() {
    return tenants.get();
  }

  @Override
  public Standing standing() {
    return standing;
  }

  @Override
  public Optional<Down> down() {
    return down.get();
  }

  @Override
  public boolean othersHaveDowns() {
    return othersHaveDowns;
  }

  @Override
  public List<Day> sameTransaction() {
    return sameTransaction;
  }
}
