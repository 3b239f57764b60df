/// What is known about an item's relevance, as counting needs it.
package enum Verdict: Hashable, Sendable {
  /// Its grade is at least that from which an item counts as relevant.
  case relevant
  /// Its grade is lower.
  case irrelevant
  /// Somebody looked at it and could not tell.
  case unclear

  /// What a grade says when items count as relevant from `level` on.
  package init(grade: Int, level: Int) {
    self = grade >= level ? .relevant : .irrelevant
  }
}
