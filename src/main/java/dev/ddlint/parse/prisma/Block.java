package dev.ddlint.parse.prisma;

import java.util.Optional;

/** A top-level declaration: its span goes from the keyword to after the closing brace. */
public sealed interface Block extends Node permits Datasource, Generator, Model, EnumBlock, CompositeType {

  Identifier name();

  /** The text of the {@code ///} comments above it or behind its first line, joined by line feeds. */
  Optional<String> documentation();
}
