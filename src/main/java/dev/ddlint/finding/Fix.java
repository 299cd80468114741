package dev.ddlint.finding;

import dev.ddlint.text.Edit;
import java.util.List;

/** An edit of the text that removes the finding and keeps the schema that results. */
public record Fix(String description, List<Edit> edits) {}
