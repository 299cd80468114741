package dev.ddlint.catalog;

import dev.ddlint.ir.CreateFunction;
import dev.ddlint.ir.SetVariable;
import java.util.ArrayList;
import java.util.List;

/** A function or procedure, by signature. */
public record Function(String schema, String name, String signature, CreateFunction definition, Origin origin) {

  /** Whether it sets the search path for its body, so that the caller's does not decide what its names mean. */
  public boolean setsSearchPath() {
    return definition.settings().stream().anyMatch(setting -> setting.name().equals("search_path"));
  }

  Function withSearchPath() {
    CreateFunction d = definition;
    List<SetVariable> settings = new ArrayList<>(d.settings());
    settings.add(new SetVariable("search_path", List.of(), false, false, d.span()));
    return new Function(schema, name, signature, new CreateFunction(d.name(), d.arguments(), d.procedure(),
        d.orReplace(), d.returns(), d.language(), d.securityDefiner(), d.volatility(), List.copyOf(settings), d.body(),
        d.sqlBody(), d.span()), origin);
  }
}
