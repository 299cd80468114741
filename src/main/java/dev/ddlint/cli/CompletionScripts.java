package dev.ddlint.cli;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a shell needs to complete ddlint's verbs and options, made of what the verbs say of themselves. */
final class CompletionScripts {
  private static final String RULE = "RULE";
  static final String RULE_LEVEL = "ID=LEVEL";

  private final List<Verb> verbs;
  private final List<String> rules;

  /** @param rules ids, where a verb takes rules */
  CompletionScripts(List<Verb> verbs, List<String> rules) {
    this.verbs = List.copyOf(verbs);
    this.rules = List.copyOf(rules);
  }

  String bash() {
    return """
        # bash: eval "$(ddlint completion bash)"
        _ddlint() {
          local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} options= parameters=
          # bash takes the equals sign of an option for a word of its own
          [[ $before == = ]] && before=${COMP_WORDS[COMP_CWORD-2]}
          [[ $word == = ]] && word=
          case $COMP_CWORD:${COMP_WORDS[1]} in
            1:*) parameters='%s' ;;
        %s  esac
          case ${COMP_WORDS[1]}:$before in
        %s  esac
          case $word in
            -*) COMPREPLY=($(compgen -W "$options --help" -- "$word")) ;;
            *) COMPREPLY=($(compgen -W "$parameters" -- "$word")) ;;
          esac
        }
        complete -o default -F _ddlint ddlint
        """.formatted(names(verbs.stream().map(Verb::name).toList()), each(this::bash), each(this::bashValues));
  }

  private String bash(Verb verb) {
    return "    *:" + verb.name() + ") options='"
        + names(verb.syntax().options().stream().map(Syntax.Option::name).toList()) + "' parameters='"
        + names(words(verb)) + "' ;;\n";
  }

  private String bashValues(Verb verb) {
    return verb.syntax().options().stream().filter(option -> !values(option).isEmpty()).map(option -> "    "
        + verb.name() + ":" + option.name() + ") parameters='" + names(values(option)) + "' ;;\n")
        .collect(Collectors.joining());
  }

  String zsh() {
    return """
        #compdef ddlint
        # zsh: source <(ddlint completion zsh), or a file named _ddlint in a folder of $fpath
        _ddlint() {
          if (( CURRENT == 2 )); then
            local -a verbs=(%s)
            _describe verb verbs
            return
          fi
          local verb=$words[2]
          shift words
          (( CURRENT-- ))
          case $verb in
        %s  esac
        }
        if [[ $funcstack[1] == _ddlint ]]; then _ddlint "$@"; else compdef _ddlint ddlint; fi
        """.formatted(verbs.stream().map(verb -> quoted(verb.name() + ":" + verb.summary().replace(":", "\\:")))
        .collect(Collectors.joining(" ")), each(this::zsh));
  }

  private String zsh(Verb verb) {
    StringBuilder out = new StringBuilder("    ").append(verb.name()).append(") _arguments");
    for (Syntax.Option option : verb.syntax().options()) {
      boolean valued = !option.label().isEmpty();
      out.append(" \\\n      ").append(quoted((option.repeatable() ? "*" : "") + option.name() + (valued ? "=" : "")
          + "[" + option.help().replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]").replace(":", "\\:") + "]"
          + (valued ? ":" + option.label() + ":" + choice(values(option)) : "")));
    }
    return out.append(" \\\n      ").append(quoted("*:" + verb.syntax().parameter() + ":" + choice(words(verb))))
        .append(" ;;\n").toString();
  }

  private static String choice(List<String> words) {
    return words.isEmpty() ? "_files" : "(" + names(words) + ")";
  }

  String fish() {
    return "# fish: ddlint completion fish | source\n"
        + each(verb -> "complete -c ddlint -n __fish_use_subcommand -f -a " + verb.name() + " -d "
            + quoted(verb.summary()) + "\n")
        + each(this::fish);
  }

  private String fish(Verb verb) {
    String lead = "complete -c ddlint -n '__fish_seen_subcommand_from " + verb.name() + "'";
    String options = verb.syntax().options().stream().map(option -> lead + " -l " + option.name().substring(2)
        + fishValue(option) + " -d " + quoted(option.help()) + "\n")
        .collect(Collectors.joining());
    return options + (words(verb).isEmpty() ? "" : lead + " -a " + quoted(names(words(verb))) + "\n");
  }

  private String fishValue(Syntax.Option option) {
    if (option.label().isEmpty()) {
      return "";
    }
    return values(option).isEmpty() ? " -r" : " -x -a " + quoted(names(values(option)));
  }

  /** What its value may be where that is a choice; of a rule and its level each rule at its most likely one. */
  private List<String> values(Syntax.Option option) {
    return option.label().equals(RULE_LEVEL) ? rules.stream().map(rule -> rule + "=off").toList() : option.words();
  }

  /** What its parameters may be where that is a choice. */
  private List<String> words(Verb verb) {
    String parameter = verb.syntax().parameter();
    return parameter.equals(RULE)
        ? rules
        : parameter.contains("|") ? List.of(parameter.split("\\|")) : List.of();
  }

  private String each(Function<Verb, String> line) {
    return verbs.stream().map(line).collect(Collectors.joining());
  }

  private static String names(List<String> names) {
    return String.join(" ", names);
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
