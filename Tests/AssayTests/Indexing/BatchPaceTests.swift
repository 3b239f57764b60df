import Testing

@testable import assay

@Suite struct BatchPaceTests {
  @Test func fastEncodersSoonGetAllTheyLike() {
    var pace = BatchPace(most: 512)
    var sizes: [Int] = []
    for _ in 0..<5 {
      sizes.append(pace.size)
      pace.note(.milliseconds(300), for: pace.size)
    }
    #expect(sizes == [64, 128, 256, 512, 512])
  }

  @Test func slowOnesGetFewerUntilABatchTakesSeconds() {
    var pace = BatchPace(most: 512)
    // A second each.
    for _ in 0..<10 { pace.note(.seconds(pace.size), for: pace.size) }
    #expect((4...10).contains(pace.size))
    // An hour each: one at a time.
    for _ in 0..<10 { pace.note(.seconds(3600 * pace.size), for: pace.size) }
    #expect(pace.size == 1)
  }

  @Test func whatIsLeftAtTheEndTellsNothing() {
    var pace = BatchPace(most: 512)
    pace.note(.milliseconds(1), for: 3)
    #expect(pace.size == 64)
    #expect(BatchPace(most: 8).size == 8)
  }
}
