package dev.ddlint.project;

/** The finding side of a layout: recognises its histories. */
interface Detection extends Layout {

  /** The history of this tool that has its root in the folder, out of the files that no other layout took. */
  History claim(Unclaimed files);
}
