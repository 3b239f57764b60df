/// How much of the top of a ranking has been judged at all: judged@k, the coverage beside every other measure.
///
/// The number of judged documents among the first k, divided by k – also when fewer than k were returned, so that the
/// value reads as "of k ranks". (`Judged@k` of ir_measures divides by the number returned instead.) A grade of 0
/// or below is a judgment. Values lie in 0…1.
package struct Judged: Measure, Hashable {
  /// How many ranks are looked at, at least 1.
  package let cutoff: Int

  /// Makes the measure.
  /// - Precondition: `cutoff` is positive.
  package init(cutoff: Int) {
    precondition(cutoff > 0, "a cutoff must be positive, not \(cutoff)")
    self.cutoff = cutoff
  }

  package var name: String { "judged_\(cutoff)" }

  package func score(ranking: [DocumentID], grades: [DocumentID: Int]) -> Double {
    Double(count(ranking: ranking, grades: grades)) / Double(cutoff)
  }

  /// How many of the first `cutoff` documents are judged.
  package func count(ranking: [DocumentID], grades: [DocumentID: Int]) -> Int {
    ranking.prefix(cutoff).count { grades[$0] != nil }
  }
}
