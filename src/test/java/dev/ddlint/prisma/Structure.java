package dev.ddlint.prisma;

import dev.ddlint.catalog.Origin;
import dev.ddlint.text.Span;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a record of the IR says, as text, without saying where it stands. What is absent is left out, so that digests
 * outlive a new component.
 */
final class Structure {

  private static final Set<Class<?>> PLACES = Set.of(Span.class, Origin.class);
  private static final Set<String> ABSENT = Set.of("", "[]", "false", "0");

  private Structure() {}

  static String of(Object value) {
    return switch (value) {
      case Record node -> record(node);
      case Optional<?> optional -> optional.map(Structure::of).orElse("");
      case Map<?, ?> map -> new TreeSet<>(map.entrySet().stream().map(e -> of(e.getKey()) + of(e.getValue())).toList())
          .toString();
      case Set<?> set -> new TreeSet<>(set.stream().map(Structure::of).toList()).toString();
      case Collection<?> list -> list.stream().map(Structure::of).collect(Collectors.joining(", ", "[", "]"));
      case String text -> '"' + text + '"';
      default -> value.toString();
    };
  }

  private static String record(Record node) {
    StringBuilder text = new StringBuilder(node.getClass().getSimpleName()).append('(');
    for (RecordComponent component : node.getClass().getRecordComponents()) {
      String said = PLACES.contains(component.getType()) ? "" : of(value(node, component));
      if (!ABSENT.contains(said)) {
        text.append(component.getName()).append('=').append(said).append(' ');
      }
    }
    return text.append(')').toString();
  }

  private static Object value(Record node, RecordComponent component) {
    try {
      return component.getAccessor().invoke(node);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
