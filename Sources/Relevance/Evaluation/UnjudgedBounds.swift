/// How low and how high a query's score could become if every unjudged document of the ranking were judged.
///
/// The ends are the smallest and the largest score over *all* ways to grade them, the ideal ranking recomputed for
/// each: a new relevant document at the bottom of a ranking lowers nDCG, so that the worst is not "all irrelevant".
/// This is what is not known about these queries; how other queries would score is the sampling interval's matter.
///
/// Documents that were not retrieved stay unjudged. Ends are exact: see `extremes` and `NDCGBounds`.
package enum UnjudgedBounds {
  /// The bounds of one query's score, or `nil` for a measure that does not reward relevance.
  /// - Parameters:
  ///   - measure: the measure; one that leaves the unjudged out is bounded as if it did not, for nothing stays unjudged.
  ///   - topic: the ranking and its grades.
  ///   - highest: the largest grade that a document could get, at least 0; the smallest is 0.
  /// - Returns: the smallest and the largest possible score.
  /// - Complexity: O(u · n) for u unjudged of n documents; O(u · grades) for nDCG.
  package static func interval(of measure: any Measure, _ topic: JudgedRanking, highest: Int) -> Interval? {
    precondition(highest >= 0, "the highest grade must be 0 or more, not \(highest)")
    switch measure {
    case let condensing as JudgedOnly: return interval(of: condensing.measure, topic, highest: highest)
    case let tool as ToolMeasure:
      let bounds = NDCGBounds(tool.base, topic, highest: highest).interval
      return Interval(low: tool.rounded(bounds.low), high: tool.rounded(bounds.high))
    case let ndcg as NDCG: return NDCGBounds(ndcg, topic, highest: highest).interval
    default:
      guard measure.worth(of: 0, in: topic) != nil else { return nil }
      return extremes(of: measure, topic, highest: highest)
    }
  }

  /// The extremes over grading m of the unjudged as high as can be and the others 0, the m standing first or last, for
  /// every m.
  ///
  /// Enough for measures of yes and no: for a given number of new relevant documents the score is largest with them as
  /// early, and smallest with them as late as can be. Enough for graded measures without an ideal, which never fall
  /// when a grade rises: all m = 0 and all m = u are among the candidates.
  private static func extremes(of measure: any Measure, _ topic: JudgedRanking, highest: Int) -> Interval {
    let unjudged = topic.unjudgedPlaces
    var (low, high) = (Double.infinity, -Double.infinity)
    for count in 0...unjudged.count {
      for best in [unjudged.prefix(count), unjudged.suffix(count)] {
        let score = measure.score(topic.grading(unjudged, best: best, as: highest))
        (low, high) = (min(low, score), max(high, score))
      }
    }
    return Interval(low: low, high: high)
  }
}

extension JudgedRanking {
  /// The places (from 0) of the documents without a grade of 0 or more, ascending.
  var unjudgedPlaces: [Int] {
    grades.indices.filter { (grades[$0] ?? -1) < 0 }
  }

  /// The ranking with the documents at `places` judged: those at `best` with the grade `highest`, the others with 0.
  fileprivate func grading(_ places: [Int], best: ArraySlice<Int>, as highest: Int) -> JudgedRanking {
    var grades = grades
    for place in places { grades[place] = 0 }
    for place in best { grades[place] = highest }
    return regraded(grades, highest: highest, count: best.count, zeros: places.count - best.count)
  }
}
