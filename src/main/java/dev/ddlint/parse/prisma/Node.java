package dev.ddlint.parse.prisma;

import dev.ddlint.text.Span;

/** A part of a Prisma schema that stands somewhere in the file. */
public interface Node {

  /** From the first to after the last token; documentation and comments around it are outside. */
  Span span();
}
