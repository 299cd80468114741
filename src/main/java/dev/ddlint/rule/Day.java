package dev.ddlint.rule;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.State;
import dev.ddlint.catalog.tenancy.PossibleKeys;
import dev.ddlint.catalog.tenancy.Tenancy;
import dev.ddlint.project.Migration;
import dev.ddlint.project.Project;
import dev.ddlint.project.Standing;
import dev.ddlint.text.SourceFile;
import java.util.List;
import java.util.Optional;

/** A migration on the day it is applied. */
public interface Day {

  SourceFile file();

  /** The migration's version and name. */
  Migration migration();

  /** The history that it belongs to. */
  Project project();

  /** Its statements going up, in order. */
  List<Step> steps();

  /** The changes of all steps, in order. */
  List<Change> changes();

  /** The state that the migration begins in. */
  State before();

  /** The state that it leaves behind. */
  State after();

  Settings settings();

  /** The names of the columns that may hold the tenant: for others {@link #tenants} need not be asked. */
  PossibleKeys possibleKeys();

  /** What is known of the schema's tenants when the migration begins; takes long to find out in a large one. */
  Tenancy tenants();

  /** What is known of them when it ends. */
  Tenancy tenantsAfter();

  /** What has become of the history since the base of a review. */
  Standing standing();

  /** What takes the migration back; empty when its file or section is missing. */
  Optional<Down> down();

  /** Whether most of the history's other migrations can be taken back. */
  boolean othersHaveDowns();

  /**
   * The migrations before this one that run in one transaction with it, oldest first: those under review, where the tool
   * keeps all that is pending in one.
   */
  List<Day> sameTransaction();
}
