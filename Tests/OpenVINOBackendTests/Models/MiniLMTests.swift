import Embeddings
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import OpenVINOBackend

@Suite(.enabled(if: MiniLM.canRun, MiniLM.absence)) struct MiniLMTests {
  private func open(_ settings: ModelSettings = ModelSettings()) throws -> TextModel {
    try TextModel.open(folder: #require(MiniLM.folder), settings: settings, runtime: TestRuntime.open())
  }

  @Test func givesTheRecordedVectors() throws {
    let model = try open()
    let cases = try RecordedText.read("minilm/vectors.json")
    #expect(model.dimensions == 384)
    #expect(model.limit == 512)
    for (expected, vector) in zip(cases, try model.vectors(of: cases.map(\.ids))) {
      #expect(largestDifference(vector, expected.vector) <= 1e-5)
    }
  }

  @Test func aQueryHasTheSameBitsAmongOthersAndOnMoreThreads() throws {
    var settings = ModelSettings()
    settings.bulkThreads = 2
    let model = try open(settings)
    let texts = try RecordedText.read("minilm/vectors.json").map(\.ids)
    let together = try model.vectors(of: texts + texts.reversed())
    for (index, text) in texts.enumerated() {
      let alone = try model.vector(of: text)
      #expect(alone == together[index])
      #expect(alone == together[together.count - 1 - index])
    }
  }

  @Test func stopsBetweenBatches() throws {
    var settings = ModelSettings()
    settings.bulkThreads = 2
    let model = try open(settings)
    let texts = try RecordedText.read("minilm/vectors.json").map(\.ids)
    let questions = Mutex(0)
    #expect(throws: EncoderError.interrupted) {
      try model.vectors(of: texts) {
        questions.withLock {
          $0 += 1
          return $0 > 2
        }
      }
    }
    // Two were let through; each thread may have asked once more.
    #expect((3...4).contains(questions.withLock { $0 }))
    #expect(try model.vectors(of: texts).count == texts.count)
  }

  @Test func describesWhatItIs() throws {
    let description = try open().description
    #expect(description.family == "BERT")
    #expect(description.graph == .safetensors)
    #expect(description.files == ["model.safetensors"])
    #expect(description.inputs.map(\.description) == ["input_ids i64 [?, ?]", "attention_mask i64 [?, ?]"])
    #expect(description.output.description == "embedding f32 [?, 384]")
    #expect(description.pooling == .mean)
    #expect(description.poolingOrigin == "1_Pooling/config.json")
  }

  @Test func isWarmAfterWarming() throws {
    let model = try open()
    #expect(!model.isWarm)
    try model.warm()
    #expect(model.isWarm)
  }

  @Test func refusesATextThatIsTooLongAndKeepsEmptyOnes() throws {
    let model = try open()
    #expect(throws: EncoderError.unencodable(reason: "a text has 513 tokens; the model takes 512")) {
      try model.vector(of: [Int32](repeating: 101, count: 513))
    }
    #expect(try model.vector(of: []) == [Float](repeating: 0, count: 384))
    #expect(try model.vectors(of: []).isEmpty)
  }
}
