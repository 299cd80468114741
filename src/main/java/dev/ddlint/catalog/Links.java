package dev.ddlint.catalog;

import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/** Reverse references: for each object those that lead to it. An object that nothing leads to has no entry. */
final class Links {

  private Links() {}

  static PMap<ObjectId, PSet<ObjectId>> plus(PMap<ObjectId, PSet<ObjectId>> links, ObjectId target, ObjectId from) {
    PSet<ObjectId> known = of(links, target);
    return known.contains(from) ? links : links.plus(target, known.plus(from));
  }

  static PMap<ObjectId, PSet<ObjectId>> minus(PMap<ObjectId, PSet<ObjectId>> links, ObjectId target, ObjectId from) {
    PSet<ObjectId> known = of(links, target);
    if (!known.contains(from)) {
      return links;
    }
    return known.size() == 1 ? links.minus(target) : links.plus(target, known.minus(from));
  }

  static PSet<ObjectId> of(PMap<ObjectId, PSet<ObjectId>> links, ObjectId target) {
    PSet<ObjectId> known = links.get(target);
    return known == null ? HashTreePSet.empty() : known;
  }
}
