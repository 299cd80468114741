package dev.ddlint.engine;

import dev.ddlint.catalog.Catalog;
import dev.ddlint.finding.Finding;
import dev.ddlint.project.Layout;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the rules say of a project.
 *
 * @param schema that its files lead to; empty when it was not looked at
 * @param fingerprints of all findings, also of those that a comment silences
 * @param spoken the findings without those
 */
record Judged(Layout layout, Optional<Catalog> schema, Set<String> fingerprints, List<Finding> spoken) {}
