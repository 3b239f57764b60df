/// A measure to which a document is relevant or not.
package protocol BinaryMeasure: Measure {
  /// The smallest relevant grade; the evaluation's own when `nil`.
  var level: Int? { get }
}

extension BinaryMeasure {
  package func worth(of grade: Int, in topic: JudgedRanking) -> Double? {
    grade >= level ?? topic.level ? 1 : 0
  }
}
