package dev.ddlint.prisma;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ddlint.parse.prisma.Model;
import dev.ddlint.parse.prisma.PrismaFile;
import dev.ddlint.text.Edit;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrismaFixesTest {

  private static String fixed(String text) {
    PrismaFile file = PrismaLoweringTest.read(text);
    Edit edit = PrismaFixes.addIndex(file.blocks(Model.class).getFirst(), file.file(), List.of("orgId", "kind"));
    return text.substring(0, edit.place().span().start()) + edit.replacement()
        + text.substring(edit.place().span().end());
  }

  @Test
  void aFirstBlockAttributeIsSetOffByABlankLine() {
    assertThat(fixed("model A {\n  id Int\n  // end\n}\n"))
        .isEqualTo("model A {\n  id Int\n  // end\n\n  @@index([orgId, kind])\n}\n");
  }

  @Test
  void aBlankLineIsUsed() {
    assertThat(fixed("model A {\n  id Int\n\n}\n")).isEqualTo("model A {\n  id Int\n\n  @@index([orgId, kind])\n}\n");
  }

  @Test
  void furtherOnesFollowTheLastKey() {
    assertThat(fixed("model A {\n    id Int\n\n    @@unique([id]) // why\n    @@map(\"a\")\n}\nmodel B {\n}"))
        .isEqualTo(
            "model A {\n    id Int\n\n    @@unique([id]) // why\n    @@index([orgId, kind])\n    @@map(\"a\")\n}\nmodel B {\n}");
  }

  @Test
  void mappingsComeLast() {
    assertThat(fixed("model A {\n  id Int\n\n  @@map(\"a\")\n  @@schema(\"s\")\n}\n"))
        .isEqualTo("model A {\n  id Int\n\n  @@index([orgId, kind])\n  @@map(\"a\")\n  @@schema(\"s\")\n}\n");
  }

  @Test
  void lineEndsStayAsTheyAre() {
    assertThat(fixed("model A {\r\n  id Int\r\n}\r\n"))
        .isEqualTo("model A {\r\n  id Int\r\n\r\n  @@index([orgId, kind])\r\n}\r\n");
  }

  @Test
  void aBlockWithoutItsEnd() {
    assertThat(fixed("model A {\n  id Int")).isEqualTo("model A {\n  id Int\n\n  @@index([orgId, kind])");
  }

  @Test
  void aModelWithoutFields() {
    assertThat(fixed("model A {\n}")).isEqualTo("model A {\n  @@index([orgId, kind])\n}");
  }
}
