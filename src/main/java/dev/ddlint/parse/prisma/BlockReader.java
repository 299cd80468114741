package dev.ddlint.parse.prisma;

import static dev.ddlint.parse.grammar.PrismaParser.*;

import dev.ddlint.text.Background;
import dev.ddlint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.antlr.v4.runtime.Token;

/** Puts lines together to blocks, and goes on behind whatever is none. */
final class BlockReader {
  /** As many lines are worth a thread of their own. */
  private static final int MANY = 4_000;

  private final Lines lines;
  private final LineReader reader;
  private final LineErrors errors;

  BlockReader(Lines lines, LineReader reader, LineErrors errors) {
    this.lines = lines;
    this.reader = reader;
    this.errors = errors;
  }

  List<Block> read() {
    List<Cut> cuts = new ArrayList<>();
    while (!lines.isEmpty()) {
      Line line = lines.next();
      BlockHeader.of(line).or(() -> headerWithBraceBelow(line)).ifPresentOrElse(
          header -> cut(header).ifPresent(cuts::add), () -> errors.add(StrayLine.error(line)));
    }
    int size = cuts.stream().mapToInt(cut -> cut.body().lines().size()).sum();
    return size < MANY ? blocks(cuts) : inTwo(cuts);
  }

  private List<Block> blocks(List<Cut> cuts) {
    return cuts.stream().map(this::block).toList();
  }

  /** The blocks of a long file, the first half of them on another processor. */
  private List<Block> inTwo(List<Cut> cuts) {
    int half = cuts.size() / 2;
    LineErrors others = errors.ofOther();
    Supplier<List<Block>> first = Background.begin(
        () -> new BlockReader(lines, new LineReader(others), others).blocks(cuts.subList(0, half)));
    List<Block> second = blocks(cuts.subList(half, cuts.size()));
    List<Block> all = new ArrayList<>(first.get());
    errors.take(others);
    all.addAll(second);
    return all;
  }

  /** A header whose brace stands on the next line: an error, but clear enough to go on. */
  private Optional<BlockHeader> headerWithBraceBelow(Line line) {
    if (line.tokens().size() != 2 || lines.isEmpty() || !lines.peek().startsWith(LEFT_BRACE)) {
      return Optional.empty();
    }
    List<Token> joined = new ArrayList<>(line.tokens());
    joined.addAll(lines.peek().tokens());
    Optional<BlockHeader> header = BlockHeader.of(line.part(joined)).filter(BlockHeader::isCertain);
    header.ifPresent(found -> {
      lines.next();
      errors.add(
          PrismaError.at(line.span(), "expected `{`, found the end of the line", "move the `{` below to this line"));
    });
    return header;
  }

  private Optional<Cut> cut(BlockHeader header) {
    checkKeyword(header);
    reader.checkHeader(header.tokens());
    Body body = body(header);
    Optional<BlockKeyword> keyword = header.likelyKeyword();
    Optional<Identifier> name = header.name();
    if (name.isPresent() && keyword.isPresent() && !keyword.get().isConfig()) {
      reader.checkName(header.words().get(1));
    }
    return keyword.isPresent() && name.isPresent()
        ? Optional.of(new Cut(keyword.get(), name.get(), header.line().documentation(), body))
        : Optional.empty();
  }

  private void checkKeyword(BlockHeader header) {
    if (header.keyword().isPresent()) {
      return;
    }
    Token word = header.words().getFirst();
    String help = header.likelyKeyword().map(k -> "write `" + k.text() + "`").orElse(
        "the block is skipped; Prisma has `model`, `view`, `enum`, `type`, `datasource` and `generator`");
    errors.add(PrismaError.at(Line.span(word), "`" + word.getText() + "` is no kind of block", help));
  }

  private Block block(Cut cut) {
    Identifier name = cut.name();
    Optional<String> documentation = cut.documentation();
    Body body = cut.body();
    Span span = body.span();
    return switch (cut.keyword()) {
      case DATASOURCE -> new Datasource(name, each(body, reader::assignment), documentation, span);
      case GENERATOR -> new Generator(name, each(body, reader::assignment), documentation, span);
      case ENUM -> {
        List<Attribute> attributes = new ArrayList<>();
        var values = members(body, attributes, reader::enumValue);
        yield new EnumBlock(name, values, attributes, documentation, span);
      }
      case MODEL, VIEW, TYPE -> {
        List<Attribute> attributes = new ArrayList<>();
        var fields = members(body, attributes, reader::field);
        yield cut.keyword() == BlockKeyword.TYPE
            ? new CompositeType(name, fields, attributes, documentation, span)
            : new Model(cut.keyword() == BlockKeyword.VIEW, name, fields, attributes, documentation, span);
      }
    };
  }

  private static <T> List<T> each(Body body, Function<Line, Optional<T>> read) {
    return body.lines().stream().flatMap(line -> read.apply(line).stream()).toList();
  }

  /** The fields or values of a block; its attributes go to the list given. */
  private <T> List<T> members(Body body, List<Attribute> attributes, Function<Line, Optional<T>> read) {
    return each(body, line -> {
      if (!line.startsWith(AT) && !line.startsWith(AT_AT)) {
        return read.apply(line);
      }
      reader.blockAttribute(line).ifPresent(attributes::add);
      return Optional.empty();
    });
  }

  /**
   * The lines between the braces.
   *
   * @param span of the whole block
   */
  private record Body(List<Line> lines, Span span) {}

  /** A block whose lines are still to be read. */
  private record Cut(BlockKeyword keyword, Identifier name, Optional<String> documentation, Body body) {}

  private Body body(BlockHeader header) {
    Span start = header.line().span();
    if (!header.rest().isEmpty()) {
      errors.add(restOfHeader(header));
      if (header.rest().getLast().getType() == RIGHT_BRACE) {
        List<Token> inside = header.rest().subList(0, header.rest().size() - 1);
        return new Body(inside.isEmpty() ? List.of() : List.of(new Line(inside, Optional.empty())), start);
      }
    }
    List<Line> inside = new ArrayList<>();
    Span end = collect(inside).orElseGet(() -> {
      errors.add(PrismaError.at(Line.span(header.tokens()), "the block is not closed", "add a line with `}`"));
      return inside.isEmpty() ? start : inside.getLast().span();
    });
    return new Body(inside, start.to(end));
  }

  private static PrismaError restOfHeader(BlockHeader header) {
    return PrismaError.at(Line.span(header.rest()), "expected the end of the line after `{`",
        "begin a new line: Prisma does not read what follows `{`");
  }

  /** Takes lines up to the closing brace and answers its place; nothing when it is missing. */
  private Optional<Span> collect(List<Line> inside) {
    while (!lines.isEmpty() && !BlockHeader.of(lines.peek()).filter(BlockHeader::isCertain).isPresent()) {
      Line line = lines.next();
      if (line.startsWith(RIGHT_BRACE)) {
        return Optional.of(line.span());
      }
      if (Brackets.endsInClosingBrace(line.tokens())) {
        Token brace = line.tokens().getLast();
        errors.add(
            PrismaError.at(Line.span(brace), "the `}` of a block stands on its own line",
                "begin a new line before it"));
        inside.add(line.part(line.tokens().subList(0, line.tokens().size() - 1)));
        return Optional.of(Line.span(brace));
      }
      inside.add(line);
    }
    return Optional.empty();
  }
}
