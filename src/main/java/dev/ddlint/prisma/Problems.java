package dev.ddlint.prisma;

import dev.ddlint.parse.prisma.Node;
import dev.ddlint.parse.prisma.PrismaError;
import dev.ddlint.prisma.PrismaProblem.Kind;
import dev.ddlint.text.Order;
import dev.ddlint.text.Place;
import dev.ddlint.text.SourceFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects problems; of several at one place the first counts, which most often causes the others. */
final class Problems {
  private final List<PrismaProblem> all = new ArrayList<>();
  private final Set<Place> places = new HashSet<>();

  void add(SourceFile file, Node node, String object, String message, String help) {
    add(Kind.MEANING, file, node, object, message, Optional.of(help), Optional.empty());
  }

  void add(SourceFile file, Node node, String object, String message) {
    add(Kind.MEANING, file, node, object, message, Optional.empty(), Optional.empty());
  }

  void twice(SourceFile file, Node node, String object, String message, Place first) {
    add(Kind.MEANING, file, node, object, message, Optional.empty(), Optional.of(first));
  }

  void add(Kind kind, SourceFile file, Node node, String object, String message, Optional<String> help,
      Optional<Place> other) {
    Place place = new Place(file, node.span());
    if (places.add(place)) {
      all.add(new PrismaProblem(kind, object, place, message, help, other));
    }
  }

  /** An error of the grammar; one inside of an attribute that does not exist at all is none of its own. */
  void syntax(SourceFile file, PrismaError error) {
    boolean inside = all.stream().anyMatch(p -> p.kind() == Kind.ATTRIBUTE && p.place().file() == file
        && p.place().span().contains(error.span()));
    if (!inside) {
      add(Kind.SYNTAX, file, error, "", error.message(), error.help(), Optional.empty());
    }
  }

  List<PrismaProblem> inOrder() {
    return all.stream().sorted(Order.by((PrismaProblem p) -> p.place().file().path())
        .thenComparing(p -> p.place().span())).toList();
  }
}
