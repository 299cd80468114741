package dev.ddlint.rule;

import dev.ddlint.catalog.Change;
import dev.ddlint.catalog.State;
import dev.ddlint.catalog.tenancy.Tenancy;
import dev.ddlint.project.Migration;
import dev.ddlint.project.Project;
import dev.ddlint.text.SourceFile;
import java.util.List;

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

  /** What is known of the schema's tenants when the migration begins. */
  Tenancy tenants();
}
