package dev.ddlint.prisma;

import dev.ddlint.parse.prisma.Node;
import dev.ddlint.prisma.LoweredSchema.Note;
import dev.ddlint.text.Place;
import dev.ddlint.text.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** Collects what is left out. */
final class Notes {
  private final List<Note> notes = new ArrayList<>();

  void add(SourceFile file, Node node, String message) {
    notes.add(new Note(new Place(file, node.span()), message));
  }

  List<Note> all() {
    return List.copyOf(notes);
  }
}
