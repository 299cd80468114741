package dev.ddlint.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What this program is. */
public final class Product {
  public static final String NAME = "ddlint";

  private static final String COORDINATES = "pkg:maven/dev.ddlint/ddlint@";

  private Product() {}

  /** Where to learn of this version: its package URL, which stays true wherever the project moves. */
  public static String address() {
    return COORDINATES + version();
  }

  /** The version that the build wrote down. */
  public static String version() {
    try (InputStream in = Product.class.getResourceAsStream("/META-INF/ddlint/version")) {
      return in == null ? "unknown" : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
