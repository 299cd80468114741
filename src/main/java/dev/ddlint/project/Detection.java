package dev.ddlint.project;

/** The finding side of a layout: recognises its histories. */
interface Detection extends Layout {

  /** The history of this tool that has its root in the folder, out of the files that no other layout took. */
  History claim(Unclaimed files);

  /** Whether each file is a history of its own; then the layout is asked until it claims nothing more. */
  default boolean isOneFile() {
    return false;
  }
}
