/// What is known about the items of a ranking, by place, ready to be counted on either side of any cut.
package struct JudgedPlaces: Hashable, Sendable {
  /// The verdict on each place that has one.
  package let verdicts: [Int: Verdict]
  private let relevant: [Int]
  private let irrelevant: [Int]

  /// Sorts verdicts by place.
  /// - Complexity: O(n log n).
  package init(_ verdicts: [Int: Verdict] = [:]) {
    self.verdicts = verdicts
    relevant = verdicts.filter { $0.value == .relevant }.keys.sorted()
    irrelevant = verdicts.filter { $0.value == .irrelevant }.keys.sorted()
  }

  /// How many of the places in a range are known to be relevant, and how many not to be.
  /// - Complexity: O(log n).
  package func counts(in range: Range<Int>) -> (relevant: Int, irrelevant: Int) {
    (Self.count(relevant, in: range), Self.count(irrelevant, in: range))
  }

  /// How many places from `place` on are known to be irrelevant without one between them that is not.
  package func irrelevantRun(from place: Int) -> Int {
    var end = place
    while verdicts[end] == .irrelevant { end += 1 }
    return end - place
  }

  private static func count(_ places: [Int], in range: Range<Int>) -> Int {
    first(places, from: range.upperBound) - first(places, from: range.lowerBound)
  }

  private static func first(_ places: [Int], from place: Int) -> Int {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
