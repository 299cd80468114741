package dev.ddlint.catalog;

import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/** Reverse references: for each thing the objects that lead to it. What nothing leads to has no entry. */
final class Links {

  private Links() {}

  static <K> PMap<K, PSet<ObjectId>> plus(PMap<K, PSet<ObjectId>> links, K target, ObjectId from) {
    PSet<ObjectId> known = of(links, target);
    return known.contains(from) ? links : links.plus(target, known.plus(from));
  }

  static <K> PMap<K, PSet<ObjectId>> minus(PMap<K, PSet<ObjectId>> links, K target, ObjectId from) {
    PSet<ObjectId> known = of(links, target);
    if (!known.contains(from)) {
      return links;
    }
    return known.size() == 1 ? links.minus(target) : links.plus(target, known.minus(from));
  }

  static <K> PSet<ObjectId> of(PMap<K, PSet<ObjectId>> links, K target) {
    PSet<ObjectId> known = links.get(target);
    return known == null ? HashTreePSet.empty() : known;
  }
}
