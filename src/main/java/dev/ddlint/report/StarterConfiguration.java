package dev.ddlint.report;

import dev.ddlint.catalog.Table;
import dev.ddlint.catalog.tenancy.TenancyMode;
import dev.ddlint.catalog.tenancy.TenantModel;
import dev.ddlint.ir.Dialect;
import dev.ddlint.project.Project;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The first {@code ddlint.yaml} of a project. It changes nothing yet: sentences begin with a number sign and a space,
 * settings to be taken up with a number sign alone.
 */
public final class StarterConfiguration {

  private StarterConfiguration() {}

  /**
   * A project that was found.
   *
   * @param judged whether any of its files is
   * @param foreign how many files are of a dialect that is recognised only
   */
  public record Listed(Project project, boolean judged, Map<Dialect, Integer> foreign) {}

  /** @param baseline the file that {@code ddlint baseline} writes */
  public static String render(List<Listed> found, List<TenancyReport.Project> projects, String baseline) {
    return """
        # What ddlint is to know of this project. All keys are optional; `ddlint config show` prints what holds.
        # Lines that begin with # and no space are settings: take the # away to use them.
        #
        # Found here:
        %s
        # recommended, or strict: also the rules that are off by default.
        preset: recommended

        # The level from which findings fail the run: error, warning, note or never.
        fail-on: error

        # The oldest PostgreSQL that the migrations run on; later ones need fewer detours.
        #postgres-version: 16

        # The sizes of the tables, from which ddlint tells how long a lock is held. The README has the query.
        #stats: stats.json

        # Findings of the past that are held back, so that only new ones are reported: `ddlint baseline` writes the file.
        #baseline: %s

        # Rules by id: error, warning, note or off. `ddlint rules` lists them.
        #rules: {drop-column: warning}

        # Histories that were not found, or another runner than the one found; docs/runners.md.
        #migrations: {files: "db/versions/**/*.sql", transaction: file}

        %s"""
        .formatted(layouts(found), baseline, tenancy(projects));
  }

  private static String layouts(List<Listed> found) {
    return found.stream().map(listed -> "#   " + SafeText.oneLine(listed.project().name()) + ": "
        + contents(listed.project()) + foreign(listed) + "\n").collect(Collectors.joining());
  }

  private static String foreign(Listed listed) {
    return new TreeMap<>(listed.foreign()).entrySet().stream()
        .map(each -> "; " + (listed.judged() ? Summary.count(each.getValue(), "file") + " of " : "")
            + each.getKey().title() + ", recognised and not judged")
        .collect(Collectors.joining());
  }

  private static String contents(Project project) {
    String schema = project.schema().map(found -> "the Prisma schema " + SafeText.oneLine(found.shownPath()))
        .orElse("");
    if (project.migrations().isEmpty() && !schema.isEmpty()) {
      return schema + ", no migrations";
    }
    return project.layout().title() + ", " + Summary.count(project.migrations().size(), "migration")
        + (schema.isEmpty() ? "" : ", and " + schema);
  }

  private static String tenancy(List<TenancyReport.Project> projects) {
    String models = projects.stream().filter(project -> project.tenancy().mode() != TenancyMode.NONE)
        .map(StarterConfiguration::model).collect(Collectors.joining("# Or, if there is one model for all:\n"));
    return models.isEmpty()
        ? """
            # Tenants: none were found. Say so here if there are; `ddlint tenancy PATH` gives the reasons.
            #tenancy: {root: organizations, key: organization_id}
            """
        : "# Tenants, as they were inferred; correct what is wrong. `ddlint tenancy PATH` gives the reasons.\n"
            + models;
  }

  private static String model(TenancyReport.Project project) {
    Optional<TenantModel> model = project.tenancy().model();
    Optional<Table> root = model.flatMap(TenantModel::root).flatMap(project.catalog()::table);
    return "# " + SafeText.oneLine(project.name()) + ":\n#tenancy: {mode: " + project.tenancy().mode().word()
        + root.map(table -> ", root: " + Json.string(table.name())).orElse("")
        + model.map(found -> ", key: " + Json.string(found.key())).orElse("") + "}\n";
  }
}
