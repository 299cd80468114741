package dev.ddlint.report;

import dev.ddlint.catalog.Catalog;
import java.io.IOException;

/** Prints a folded schema. */
public final class SchemaReport {

  private SchemaReport() {}

  /**
   * Prints one line an object, sorted by code point: the lines of {@link SchemaLines}. What the history only mentions is
   * left out: nothing is known of it but its name.
   */
  public static void tsv(Catalog catalog, Appendable out) throws IOException {
    for (String line : new SchemaLines(catalog).all()) {
      out.append(line).append('\n');
    }
  }

  /** Prints the schema as one JSON document: see {@link SchemaJson}. */
  public static void json(Catalog catalog, Appendable out) throws IOException {
    new SchemaJson(catalog).write(out);
  }
}
