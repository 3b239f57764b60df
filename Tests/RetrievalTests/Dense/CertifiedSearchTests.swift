import Retrieval
import TestSupport
import Testing

@Suite struct CertifiedSearchTests {
  /// Efforts from the default to one whose first shortlist is far too short; the last reads whole prefixes at once.
  private static let efforts = [
    SearchEffort.default,
    SearchEffort(
      shortlistFactor: 1, leastShortlist: 1, largestPart: 2, leastPrefix: 4, largestRest: 1),
    SearchEffort(shortlistFactor: 1, leastShortlist: 1, largestPart: 1, leastPrefix: 1 << 20),
  ]
  private static func catalogues(_ kind: HardVectors.Kind) -> [HardVectors] {
    [(1, 17, [4, 7, 40]), (2, 90, [8, 16, 33]), (1, 200, [8, 24, 64])].map { sides, count, stops in
      HardVectors(kind, count: count, sides: sides, stops: stops, seed: UInt64(count))
    }
  }

  private static func filters(_ count: Int) -> [ItemSet?] {
    let all = 0..<UInt32(count)
    return [
      nil, ItemSet(universe: count), ItemSet([UInt32(count / 2)], universe: count),
      ItemSet(all.filter { $0 % 5 != 0 }, universe: count), ItemSet(all, universe: count),
    ]
  }

  /// Every query at every length under some shares, with its full ranking.
  private static func questions(_ data: HardVectors) -> [Question] {
    data.queries.flatMap { query in
      data.stops.reversed().flatMap { dimensions in
        (data.sides.count == 2 ? [0, 0.3, 0.5] : [0.5]).map { share in
          Question(
            query: query, lane: DenseLane(dimensions: dimensions, textShare: share),
            ranking: data.oracle.ranking(of: query, dimensions: dimensions, textShare: share))
        }
      }
    }
  }

  private struct Question {
    let query: [Float]
    let lane: DenseLane
    let ranking: [(ordinal: UInt32, score: Double)]

    func ranking(within filter: ItemSet?) -> [(ordinal: UInt32, score: Double)] {
      filter.map { filter in ranking.filter { filter.contains($0.ordinal) } } ?? ranking
    }
  }

  @Test("Lists equal the full scan's to the bit", arguments: HardVectors.Kind.allCases)
  func lists(kind: HardVectors.Kind) {
    for data in Self.catalogues(kind) {
      let questions = Self.questions(data)
      for effort in Self.efforts {
        for threads in [1, 3] {
          let index = data.index(threads: threads, effort: effort)
          for question in questions { expectList(index, data, question) }
          // Everything again, from sums over all lengths.
          for question in questions {
            _ = index.score(of: 0, query: question.query, lane: question.lane)
            #expect(index.completePrefixes(of: question.query, textShare: question.lane.textShare))
            expectList(index, data, question)
          }
        }
      }
    }
  }

  private func expectList(_ index: DenseIndex, _ data: HardVectors, _ question: Question) {
    for filter in Self.filters(data.count) {
      let ranking = question.ranking(within: filter)
      for depth in [1, 10, data.count] {
        let found = index.top(depth, of: question.query, lane: question.lane, within: filter)
        let expected = LaneList(
          Array(ranking.prefix(depth)), matched: ranking.count, exactness: found.exactness)
        #expect(found.exactness.isExact)
        guard found == expected else {
          Issue.record(
            "\(data), \(question.lane), depth \(depth), filter \(filter?.count ?? -1): \(found.exactness)")
          return
        }
      }
    }
  }

  @Test func easyListsAreProvenAndHardOnesAreScanned() {
    let query = HardVectors(.decaying, count: 1, sides: 1, stops: [16, 64], seed: 1).queries[0]
    func exactness(_ kind: HardVectors.Kind, _ effort: SearchEffort, depth: Int) -> Exactness {
      HardVectors(kind, count: 2000, sides: 1, stops: [16, 64], seed: 1).index(threads: 2, effort: effort)
        .top(depth, of: query, lane: DenseLane(dimensions: 64)).exactness
    }
    let short = SearchEffort(shortlistFactor: 1, leastShortlist: 1, largestPart: 4, leastPrefix: 1 << 20)
    #expect(exactness(.decaying, .default, depth: 10) == .proven(shortlist: 256))
    // The first shortlist of ten fails the proof, and longer ones succeed.
    guard case .proven(let shortlist) = exactness(.flat, short, depth: 10) else {
      Issue.record("not proven")
      return
    }
    #expect(shortlist > 10 && shortlist < 500)
    // Copies can't be told apart by any bound, and here they are too many.
    let impatient = SearchEffort(shortlistFactor: 1, leastShortlist: 1, largestPart: 16)
    #expect(exactness(.nearDuplicates, impatient, depth: 10) == .scanned)
    #expect(exactness(.decaying, .default, depth: 1000) == .scanned)
  }

  @Test("Ranks and all items above a threshold equal the full scan's", arguments: HardVectors.Kind.allCases)
  func ranksAndFoundItems(kind: HardVectors.Kind) {
    for data in Self.catalogues(kind) {
      let questions = Self.questions(data)
      for threads in [1, 3] {
        let index = data.index(threads: threads, effort: .default)
        for question in questions {
          for filter in Self.filters(data.count) {
            expectRanks(index, data, question, filter)
            expectFound(index, data, question, filter)
          }
        }
      }
    }
  }

  private func expectRanks(
    _ index: DenseIndex, _ data: HardVectors, _ question: Question, _ filter: ItemSet?
  ) {
    let ranking = question.ranking(within: filter)
    let scores = Dictionary(uniqueKeysWithValues: ranking.map { ($0.ordinal, $0.score) })
    for item in stride(from: 0, to: UInt32(data.count), by: max(1, data.count / 7)) {
      let expected = scores[item].map { score in ranking.count { Float($0.score) > Float(score) } + 1 }
      let found = index.rank(of: item, query: question.query, lane: question.lane, within: filter)
      #expect(found == expected, "\(data), \(question.lane), item \(item)")
    }
  }

  private func expectFound(
    _ index: DenseIndex, _ data: HardVectors, _ question: Question, _ filter: ItemSet?
  ) {
    let ranking = question.ranking(within: filter)
    let middle = ranking.isEmpty ? 0.1 : ranking[ranking.count / 2].score
    for threshold in [-2, middle, 0.4, 1.5] {
      let expected = ranking.filter { Float($0.score) >= Float(threshold) }
      let found = index.findAll(
        atLeast: threshold, query: question.query, lane: question.lane, within: filter)
      #expect(
        found.ordinals == expected.map(\.ordinal) && found.scores == expected.map { Float($0.score) },
        "\(data), \(question.lane), at least \(threshold)")
      #expect(found.exactness.isExact)
      #expect(found.histogram.reduce(0, +) == (Float(threshold) < found.ceiling ? expected.count : 0))
    }
  }

  @Test func quickAnswersAreThoseOfBytes() {
    let data = HardVectors(.decaying, count: 500, sides: 2, stops: [16, 64], seed: 5)
    let index = data.index(threads: 2, effort: .default)
    let lane = DenseLane(dimensions: 64, textShare: 0.3)
    let found = index.findAllQuickly(atLeast: 0.2, query: data.queries[0], lane: lane)
    var bytes = lane
    bytes.precision = .int8
    let expected = index.findAll(atLeast: 0.2, query: data.queries[0], lane: bytes)
    #expect(found.ordinals == expected.ordinals && found.count > 0)
    #expect(found.exactness == .approximate("int8"))
  }

  @Test func histogramsCountByScore() {
    let data = HardVectors(.flat, count: 800, sides: 1, stops: [8], seed: 5)
    let index = data.index(threads: 2, effort: .default)
    let found = index.findAll(atLeast: -0.5, query: data.queries[0], lane: DenseLane(dimensions: 8))
    let width = (found.ceiling - found.threshold) / Float(FoundItems.bins)
    for (bin, count) in found.histogram.enumerated() {
      let low = found.threshold + Float(bin) * width
      let near = found.scores.count { $0 >= low - 1e-5 && $0 < low + width + 1e-5 }
      let sure = found.scores.count { $0 >= low + 1e-5 && $0 < low + width - 1e-5 }
      #expect((sure...near).contains(count))
    }
  }

  @Test func thresholdsBelowEveryNumberHaveNoHistogram() {
    let data = HardVectors(.flat, count: 40, sides: 1, stops: [8], seed: 5)
    let index = data.index(threads: 1, effort: .default)
    let lane = DenseLane(dimensions: 8)
    let found = index.findAll(atLeast: -.infinity, query: data.queries[0], lane: lane)
    #expect(found.count == 40 && found.histogram.isEmpty)
    #expect(index.findAll(atLeast: .nan, query: data.queries[0], lane: lane).count == 0)
  }

  /// The codes of such a prefix are zeros, and their worth in float32 is no number.
  @Test(arguments: [-60, -120, -140])
  func prefixesLostInTheRoundingOfTheRestAreComparedInFloat(exponent: Int) {
    let magnitude = Float(sign: .plus, exponent: exponent, significand: 1)
    let data = HardVectors(.flat, count: 3000, sides: 1, stops: [8, 16], seed: 5)
    let index = data.index(threads: 2, effort: .default)
    let query = (0..<16).map { $0 < 8 ? ($0.isMultiple(of: 3) ? magnitude : -magnitude) : 0.3 }
    let lane = DenseLane(dimensions: 8)
    let scores = index.scores(of: query, lane: lane)
    let ranking = (0..<UInt32(3000)).compactMap { ordinal in scores[ordinal].map { (ordinal, Float($0)) } }
      .sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0 < $1.0 }
    #expect(ranking.count == 3000)
    #expect(index.top(20, of: query, lane: lane).entries.map(\.ordinal) == ranking.prefix(20).map(\.0))
    #expect(index.findAll(atLeast: 0.5, query: query, lane: lane).count == ranking.count { $0.1 >= 0.5 })
    #expect(index.findAll(atLeast: -1, query: query, lane: lane).count == 3000)
    let rank = ranking.count { $0.1 > ranking[1500].1 } + 1
    #expect(index.rank(of: ranking[1500].0, query: query, lane: lane) == rank)
  }

  @Test func aNewerQueryStopsThePassOverAllLengths() {
    let data = HardVectors(.flat, count: 50, sides: 1, stops: [8, 16], seed: 5)
    let index = data.index(threads: 1, effort: .default)
    let lane = DenseLane(dimensions: 8)
    _ = index.top(5, of: data.queries[0], lane: lane)
    let stopped = index.completePrefixes(of: data.queries[0], textShare: 0.5) { true }
    #expect(!stopped)
    _ = index.top(5, of: data.queries[1], lane: lane)
    #expect(!index.completePrefixes(of: data.queries[0], textShare: 0.5))
    #expect(index.completePrefixes(of: data.queries[1], textShare: 0.5))
  }

  @Test func vectorsAreBlendedAtUnitLength() throws {
    let data = HardVectors(.gaps, count: 40, sides: 2, stops: [8, 16], seed: 5)
    let index = data.index(threads: 1, effort: .default)
    for item in 0..<data.count {
      let sides = data.sides.map { $0[item] }.filter { $0.contains { $0 != 0 } }
      let vector = index.vector(of: UInt32(item), textShare: 0.25)
      guard sides.count == 2 else {
        #expect((vector == nil) == sides.isEmpty)
        if let vector, let side = sides.first {
          #expect(zip(vector, side).allSatisfy { abs($0 - $1) < 1e-6 })
        }
        continue
      }
      let sum = zip(sides[0], sides[1]).map { 0.25 * $0 + 0.75 * $1 }
      let length = sum.reduce(0) { $0 + $1 * $1 }.squareRoot()
      #expect(zip(try #require(vector), sum).allSatisfy { abs($0 - $1 / length) < 1e-6 })
    }
  }
}
