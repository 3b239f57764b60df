/// A stratified random sample of a ranked catalogue: so many items of every band, drawn without replacement.
///
/// Items are drawn in rounds, so that a small sample can be graded before a larger one is asked for.
package struct BandSample: Hashable, Sendable {
  /// How many items a round draws from each band that has as many left.
  package static let perRound = 5
  /// The most rounds that are drawn.
  package static let mostRounds = 10

  /// The bands.
  package let bands: RankBands
  /// The places drawn from each band, in the order in which they were drawn; shorter where the band is.
  package let draws: [[Int]]
  /// The places of each round in the order in which they are to be graded, which says nothing about rank.
  package let rounds: [[Int]]

  /// Draws the items with the smallest permanent numbers of each band.
  /// - Parameters:
  ///   - bands: the bands of the ranking.
  ///   - numbers: the permanent numbers.
  ///   - ordinal: the item at a place.
  /// - Complexity: O(items).
  package init(_ bands: RankBands, numbers: PermanentNumbers, ordinal: (Int) -> UInt32) {
    self.bands = bands
    let most = Self.perRound * Self.mostRounds
    let drawn = bands.ranges.map { range in
      Self.smallest(most, of: range) { numbers[ordinal($0)] }
    }
    draws = drawn.map { $0.map(\.place) }
    rounds = (0..<Self.mostRounds).map { round in
      drawn.flatMap { $0.dropFirst(round * Self.perRound).prefix(Self.perRound) }
        .sorted { ($0.number, $0.place) < ($1.number, $1.place) }.map(\.place)
    }.filter { !$0.isEmpty }
  }

  /// The places of the first rounds, in the order in which they are to be graded.
  package func places(ofRounds count: Int) -> [Int] { Array(rounds.prefix(count).joined()) }

  /// Which of the first rounds each of their places belongs to, from 1.
  package func rounds(ofPlacesIn count: Int) -> [Int: Int] {
    rounds.prefix(count).enumerated().reduce(into: [:]) { numbers, round in
      for place in round.element { numbers[place] = round.offset + 1 }
    }
  }

  /// How many of the first rounds are decided about as a whole.
  package func complete(_ isDecided: (Int) -> Bool) -> Int {
    rounds.prefix { $0.allSatisfy(isDecided) }.count
  }

  private static func smallest(
    _ most: Int, of range: Range<Int>, number: (Int) -> UInt64
  ) -> [(number: UInt64, place: Int)] {
    var kept: [(number: UInt64, place: Int)] = []
    var bar = UInt64.max
    for place in range {
      let number = number(place)
      guard kept.count < most || number < bar else { continue }
      let index = kept.firstIndex { $0.number > number } ?? kept.count
      kept.insert((number, place), at: index)
      if kept.count > most { kept.removeLast() }
      bar = kept[kept.count - 1].number
    }
    return kept
  }
}
