import Relevance
import Retrieval
import TestSupport
import Testing

@Suite struct PlacesTests {
  private let lengths = [8, 16, 32]

  @Test(arguments: VectorPrecision.allCases)
  func aPlaceIsTheSmallestDepthThatListsTheItem(precision: VectorPrecision) {
    let data = RandomEmbeddings(items: 60, dimensions: 32, seed: 5)
    let index = DenseIndex(text: data.text, picture: data.picture, dimensions: lengths)
    let eligible = ItemSet((0..<60).filter { $0 % 3 != 0 }, universe: 60)
    for dimensions in lengths {
      let lane = DenseLane(dimensions: dimensions, precision: precision)
      for query in data.queries {
        for within in [nil, eligible] {
          let listed = index.top(60, of: query, lane: lane, within: within).entries.map(\.ordinal)
          let places = index.places(of: Array(0..<60), query: query, lane: lane, within: within)
          for ordinal in 0..<60 as Range<UInt32> {
            let expected = listed.firstIndex(of: ordinal).map { $0 + 1 }
            #expect(places[Int(ordinal)] == expected, "item \(ordinal), \(lane)")
          }
        }
      }
    }
  }

  @Test func orderAndRepetitionOfTheItemsAskedForPlayNoPart() {
    let data = RandomEmbeddings(items: 40, dimensions: 32, seed: 6)
    let index = DenseIndex(text: data.text, picture: data.picture, dimensions: lengths)
    let lane = DenseLane(dimensions: 8, precision: .binary)
    let all = index.places(of: Array(0..<40), query: data.queries[0], lane: lane)
    let some = index.places(of: [31, 4, 31, 12], query: data.queries[0], lane: lane)
    #expect(some == [all[31], all[4], all[31], all[12]])
    #expect(index.places(of: [], query: data.queries[0], lane: lane) == [])
  }
}
