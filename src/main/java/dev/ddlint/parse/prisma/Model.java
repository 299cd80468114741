package dev.ddlint.parse.prisma;

import dev.ddlint.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code model name { ... }} or {@code view name { ... }}.
 *
 * @param isView whether the keyword is {@code view}
 * @param fields in the order of the file; two may bear the same name
 * @param attributes those that begin with {@code @@}
 */
public record Model(boolean isView, Identifier name, List<Field> fields, List<Attribute> attributes,
    Optional<String> documentation, Span span) implements Block, Attributed {

  public Model {
    fields = List.copyOf(fields);
    attributes = List.copyOf(attributes);
  }

  /** The first field of a name. */
  public Optional<Field> field(String name) {
    for (Field field : fields) {
      if (field.name().text().equals(name)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }
}
