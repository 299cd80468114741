package dev.ddlint.catalog.predicate;

/** What is known of an expression's value before any row is read. */
sealed interface Value {
  Value TRUE = new Truth(true);
  Value FALSE = new Truth(false);
  Value NULL = new Null();
  Value UNKNOWN = new Unknown();

  record Truth(boolean value) implements Value {}

  record Text(String value) implements Value {}

  record Null() implements Value {}

  /** The row's own column. */
  record Row(String column) implements Value {}

  record Unknown() implements Value {}

  static Value of(boolean truth) {
    return truth ? TRUE : FALSE;
  }

  default Value not() {
    return this instanceof Truth truth ? of(!truth.value()) : this;
  }
}
