/// A number that says how good one ranking is, given grades.
package protocol Measure: Sendable {
  /// The measure's name with its cutoff, as reports and trec_eval spell it.
  var name: String { get }

  /// The score of one query.
  /// - Parameters:
  ///   - ranking: documents, best first, each at most once.
  ///   - grades: every judged document of the query.
  /// - Returns: a finite number.
  func score(ranking: [DocumentID], grades: [DocumentID: Int]) -> Double
}
