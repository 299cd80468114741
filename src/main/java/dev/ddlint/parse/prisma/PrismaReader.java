package dev.ddlint.parse.prisma;

import dev.ddlint.text.SourceFile;
import dev.ddlint.text.Span;
import java.util.List;

/** Reads a Prisma schema file: the entry to this package. */
public final class PrismaReader {

  private PrismaReader() {}

  /** Reads any text, a fragment or none of Prisma's as well: what is not understood is an error of the file. */
  public static PrismaFile read(SourceFile file) {
    return read(file, List.of());
  }

  /** @param omitted whole lines that are passed over, in order */
  static PrismaFile read(SourceFile file, List<Span> omitted) {
    var errors = new LineErrors(file);
    Lines lines = Lines.of(file, omitted, errors);
    var blocks = new BlockReader(lines, new LineReader(errors), errors).read();
    return new PrismaFile(file, blocks, errors.inOrder(), lines.comments());
  }
}
