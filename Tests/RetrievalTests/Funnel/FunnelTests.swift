import Relevance
import Retrieval
import Testing

@Suite struct FunnelTests {
  private let stage = FunnelStage(
    dimensions: 64, precision: .int8,
    places: [
      place("q1", "a", full: 1, coarse: 3), place("q1", "b", full: 2, coarse: 40),
      place("q2", "c", full: 9, coarse: 120), place("q2", "d", full: nil, coarse: nil),
      place("q2", "e", full: 3, coarse: 11), place("q2", "f", full: 2, coarse: 101),
    ])
  private let bootstrap = Bootstrap(resamples: 100, seed: 1)

  private static func place(_ query: String, _ item: String, full: Int?, coarse: Int?) -> FunnelPlace {
    FunnelPlace(
      query: QueryID(query), document: DocumentID(item), grade: 1, fullRank: full, coarseRank: coarse)
  }

  @Test func sharesAreMeansOverQueries() {
    let share = stage.share(keptBy: 40, bootstrap: bootstrap)
    #expect(share.kept == 3 && share.relevant == 6)
    #expect(share.mean.mean == (1 + 0.25) / 2)
    #expect(stage.share(keptBy: 39, bootstrap: bootstrap).mean.mean == (0.5 + 0.25) / 2)
    #expect(stage.share(keptBy: 2, bootstrap: bootstrap).kept == 0)
  }

  @Test func theLostAreListedByWhatTheyWouldHaveBeen() {
    #expect(stage.lost(by: 40).map(\.document.text) == ["f", "c", "d"])
    #expect(stage.lost(by: 3).map(\.document.text) == ["b", "f", "e", "c", "d"])
    #expect(stage.lost(by: 40, within: 5).map(\.document.text) == ["f"])
    #expect(stage.lost(by: 120).map(\.document.text) == ["d"])
  }

  @Test func theSavingShortlistKeepsAllThatCanBeKept() throws {
    let saving = try #require(stage.shortlistKeepingAll())
    #expect(saving == 120)
    #expect(stage.lost(by: saving).allSatisfy { $0.coarseRank == nil })
    #expect(stage.shortlistKeepingAll(within: 2) == 101)
    #expect(FunnelStage(dimensions: 8, precision: .binary, places: []).shortlistKeepingAll() == nil)
  }

  @Test func shortlistsAscendAndOccurOnce() {
    let funnel = Funnel(
      fullDimensions: 256, level: 1, shortlists: [400, 100, 400], stages: [stage], bootstrap: bootstrap)
    #expect(funnel.shortlists == [100, 400])
    #expect(funnel.shares(of: stage).map(\.kept) == [3, 5])
    #expect(stage.bytes == 68 && stage.label == "64 int8")
  }
}
