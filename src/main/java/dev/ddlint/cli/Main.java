package dev.ddlint.cli;

import dev.ddlint.report.Product;
import dev.ddlint.report.Style;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Where the program begins. */
public final class Main {
  /** Set by the launcher, which can ask the shell; Java would have to load a console first. */
  private static final String TERMINAL = "ddlint.terminal";
  private static final int BUFFER = 1 << 16;

  private Main() {}

  public static void main(String[] arguments) {
    Console console = new Console(stream(FileDescriptor.out), stream(FileDescriptor.err), colour());
    int code;
    try {
      code = new Cli(verbs(arguments)).run(List.of(arguments), console);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      console.err().println(Product.NAME + ": internal error, please report it with what was checked: " + e);
      e.printStackTrace(console.err());
      code = ExitCode.FAILURE;
    }
    console.out().flush();
    console.err().flush();
    Runtime.getRuntime().halt(code); // all is written; an exit would load what logs it
  }

  /** A check, which is typed most and starts in a hook, loads no other verb's class. */
  private static List<Verb> verbs(String[] arguments) {
    Verb check = new CheckVerb(new CheckCommand());
    return arguments.length > 0 && arguments[0].equals(check.name()) ? List.of(check) : all(check);
  }

  private static List<Verb> all(Verb check) {
    List<Verb> verbs = new ArrayList<>(List.of(check, new ExplainVerb(), new RulesVerb(), new ImpactVerb(),
        new DiffVerb(new DiffCommand()), new SchemaVerb(new SchemaCommand()), new TenancyVerb(), new BaselineVerb(),
        new ConfigVerb(), new InitVerb()));
    verbs.add(new CompletionVerb(verbs));
    return verbs;
  }

  /** Always UTF-8: reports hold the text of files, whatever the locale is. */
  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new BufferedOutputStream(new FileOutputStream(descriptor), BUFFER), false,
        StandardCharsets.UTF_8);
  }

  private static Style colour() {
    String forbidden = System.getenv("NO_COLOR");
    boolean wanted = Boolean.getBoolean(TERMINAL) && (forbidden == null || forbidden.isEmpty());
    return wanted ? Style.ANSI : Style.PLAIN;
  }
}
