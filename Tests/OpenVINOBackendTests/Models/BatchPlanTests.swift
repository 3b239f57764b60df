import TestSupport
import Testing

@testable import OpenVINOBackend

@Suite struct BatchPlanTests {
  @Test func everyTextIsInOneBatchThatHoldsIt() {
    var generator = SeededGenerator(seed: 11)
    for limit in [3, 8, 77, 512, 8192] {
      for count in [0, 1, 2, 5, 64, 333] {
        let counts = (0..<count).map { _ in Int.random(in: 1...limit, using: &generator) }
        let plan = BatchPlan(counts: counts, length: .upTo(limit))
        #expect(plan.batches.flatMap(\.texts).sorted() == Array(0..<count))
        for batch in plan.batches {
          #expect(batch.columns <= limit)
          #expect(batch.texts.allSatisfy { counts[$0] <= batch.columns })
          #expect(
            batch.texts.allSatisfy { BatchPlan.columns(for: counts[$0], .upTo(limit)) == batch.columns })
          #expect(batch.texts.count == 1 || batch.texts.count * batch.columns <= BatchPlan.tokens)
        }
        #expect(plan.batches.map(\.columns) == plan.batches.map(\.columns).sorted(by: >))
      }
    }
  }

  @Test func textsOfALengthAreSharedOutEvenly() {
    let plan = BatchPlan(counts: [Int](repeating: 256, count: 7), length: .upTo(256))
    #expect(plan.batches.map(\.texts.count) == [2, 2, 3])
    let fewer = BatchPlan(counts: [Int](repeating: 256, count: 7), length: .upTo(256), rows: 2)
    #expect(fewer.batches.map(\.texts.count) == [1, 2, 2, 2])
  }

  @Test func rowsAreHardlyLongerThanTheirTexts() {
    for count in 1...4096 {
      let columns = BatchPlan.columns(for: count, .upTo(8192))
      #expect(columns >= count)
      #expect(columns - count < max(4, count / 32 + 1))
    }
    #expect(Set((1...512).map { BatchPlan.columns(for: $0, .upTo(512)) }).count <= 96)
  }

  @Test func aRowIsNeverLongerThanTheModelTakes() {
    #expect(BatchPlan.columns(for: 77, .upTo(77)) == 77)
    #expect(BatchPlan.columns(for: 70, .upTo(77)) == 72)
    #expect(BatchPlan.columns(for: 70, .upTo(70)) == 70)
  }

  @Test func fixedLengthsStayFixed() {
    let plan = BatchPlan(counts: [1, 64, 7], length: .exactly(64), rows: 2)
    #expect(plan.batches.map(\.columns) == [64, 64])
    #expect(plan.batches.map(\.texts) == [[0], [1, 2]])
  }
}
