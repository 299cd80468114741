package dev.ddlint.parse.prisma;

import static dev.ddlint.parse.prisma.Snippet.*;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommentTest {

  @Test
  void keepsAllCommentsInOrder() {
    PrismaFile file = readCleanly(inModel("// ddlint:ignore x: because", "a Int // behind", "/* in */", "/// doc"));

    assertThat(file.comments()).extracting(Comment::text).containsExactly("ddlint:ignore x: because", "behind", "in",
        "doc");
    assertThat(file.comments()).extracting(Comment::kind).containsExactly(Comment.Kind.LINE, Comment.Kind.LINE,
        Comment.Kind.BLOCK, Comment.Kind.DOCUMENTATION);
    assertThat(text(file, file.comments().getFirst())).isEqualTo("// ddlint:ignore x: because");
  }

  @Test
  void documentationStandsAboveOrBehind() {
    Model model = readCleanly("""
        /// A model.
        /// Two lines.
        model A {
          /// Above.
          // not documentation
          a Int /// Behind.
          b Int
          /// Parted by an empty line.

          c Int
        }
        """).blocks(Model.class).getFirst();

    assertThat(model.documentation()).contains("A model.\nTwo lines.");
    assertThat(model.field("a").orElseThrow().documentation()).contains("Above.\nBehind.");
    assertThat(model.field("b").orElseThrow().documentation()).isEmpty();
    assertThat(model.field("c").orElseThrow().documentation()).isEmpty();
  }

  @Test
  void aBlockCommentMaySpanLines() {
    Model model = model("a Int", "/* model B {", "} // x", "*/", "b Int /* c */ @id");

    assertThat(model.fields()).hasSize(2);
  }

  @Test
  void offsetsAreUtf16BehindEmoji() {
    PrismaFile file = readCleanly(
        "\uFEFF// 🎉🎉\r\nmodel A { // ⚠️ é\r\n  id Int @default(\"😀\") @id // 👩‍👩‍👧\r\n  b Int\r\n}");
    Model model = file.blocks(Model.class).getFirst();

    assertThat(text(file, model.fields().getFirst())).isEqualTo("id Int @default(\"😀\") @id");
    assertThat(text(file, model.fields().getLast())).isEqualTo("b Int");
    assertThat(file.comments()).extracting(Comment::text).containsExactly("🎉🎉", "⚠️ é", "👩‍👩‍👧");
    assertThat(file.file().position(model.span().start()).toString()).isEqualTo("2:1");
  }

  @Test
  void anEmojiWhereNoneMayBeIsNotCut() {
    PrismaFile file = read(inModel("a Int 😀"));

    assertThat(text(file, file.errors().getFirst())).isEqualTo("😀");
  }
}
