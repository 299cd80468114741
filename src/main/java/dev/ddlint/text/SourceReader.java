package dev.ddlint.text;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Reads files as UTF-8, strictly: what is no text is refused with a reason, never guessed. */
public final class SourceReader {

  private SourceReader() {}

  /** The content could not be had; the message names the file and says what to do. */
  public static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    public Unreadable(String message) {
      super(message);
    }
  }

  /**
   * Reads a whole file.
   *
   * @param shown the path that reports use
   * @throws Unreadable when the file cannot be opened, holds NUL bytes or is no valid UTF-8
   */
  public static SourceFile read(Path path, String shown) throws Unreadable {
    if (!Files.isRegularFile(path) && Files.exists(path)) {
      // Reading a pipe would wait for ever.
      throw new Unreadable(shown + ": cannot be read (it is no regular file)");
    }
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(path);
    } catch (IOException e) {
      throw new Unreadable(shown + ": cannot be read (" + FileTrouble.of(e) + ")");
    } catch (OutOfMemoryError e) {
      throw new Unreadable(shown + ": cannot be read (too large for the memory at hand)");
    }
    return decode(bytes, shown);
  }

  /**
   * Reads a whole file, or what an editor holds of it.
   *
   * @param unsaved the content of files that counts in the place of the disk's, by absolute path
   */
  public static SourceFile read(Path path, String shown, Map<Path, byte[]> unsaved) throws Unreadable {
    byte[] held = unsaved.get(path);
    return held == null ? read(path, shown) : decode(held, shown);
  }

  /** Decodes bytes that are already here, such as standard input or a blob from git. */
  public static SourceFile decode(byte[] bytes, String shown) throws Unreadable {
    if (isUtf16(bytes)) {
      throw new Unreadable(shown + ": is UTF-16, expected UTF-8; save it as UTF-8");
    }
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        throw new Unreadable(shown + ": holds binary data (a NUL byte at offset " + i + "), expected UTF-8 text");
      }
    }
    return new SourceFile(shown, text(bytes, shown));
  }

  private static boolean isUtf16(byte[] bytes) {
    return bytes.length >= 2
        && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
            || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF));
  }

  private static String text(byte[] bytes, String shown) throws Unreadable {
    String fast = new String(bytes, StandardCharsets.UTF_8);
    if (fast.indexOf('\uFFFD') < 0) {
      return fast;
    }
    // A replacement character is either in the file or the decoder's own mark of a malformed byte.
    var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      return decoder.decode(in).toString();
    } catch (CharacterCodingException e) {
      int line = 1;
      for (int i = 0; i < in.position(); i++) {
        line += bytes[i] == '\n' ? 1 : 0;
      }
      throw new Unreadable(
          shown + ":" + line + ": is not valid UTF-8 (byte offset " + in.position() + "); save it as UTF-8");
    }
  }
}
