import Embeddings
import Foundation
import JSON
import TestSupport
import Testing

/// Every spelling of a configuration against the tensors that the reference made.
@Suite struct PicturePreprocessingTests {
  private struct Recorded: Decodable {
    struct Result: Decodable {
      let picture: [Int]
      let size: [Int]
      let places: [Int]
      let values: [Float]
      let sum: Double
    }

    struct Case: Decodable {
      let pictures: [Result]
    }

    let transformers: [Case]
    let openCLIP: [Case]

    enum CodingKeys: String, CodingKey {
      case transformers
      case openCLIP = "open_clip"
    }
  }

  private let contents: Data
  private let recorded: Recorded

  init() throws {
    contents = try RecordedPictures.contents("tensors.json")
    recorded = try JSONDecoder().decode(Recorded.self, from: contents)
  }

  @Test func transformersConfigurationsGiveTheirTensors() throws {
    let configurations = try configurations("transformers")
    #expect(configurations.count == recorded.transformers.count && configurations.count == 14)
    for (json, recorded) in zip(configurations, recorded.transformers) {
      check(try PicturePreprocessing(json: json, path: "p.json"), recorded, json)
    }
  }

  @Test func openCLIPConfigurationsGiveTheirTensors() throws {
    let configurations = try configurations("open_clip")
    #expect(configurations.count == recorded.openCLIP.count && configurations.count == 5)
    for (json, recorded) in zip(configurations, recorded.openCLIP) {
      check(try PicturePreprocessing(openCLIP: json, path: "o.json"), recorded, json)
    }
  }

  /// The bytes of each configuration of a kind.
  private func configurations(_ kind: String) throws -> [[UInt8]] {
    guard case .array(let cases)? = try JSONParser.parse([UInt8](contents))[kind] else { return [] }
    return try cases.map { Array(try #require($0["config"]).text.utf8) }
  }

  private func check(_ preprocessing: PicturePreprocessing, _ recorded: Recorded.Case, _ json: [UInt8]) {
    let name = String(decoding: json, as: UTF8.self)
    for result in recorded.pictures {
      let picture = PicturePattern.picture(width: result.picture[0], height: result.picture[1])
      let tensor = preprocessing.tensor(of: picture)
      #expect([preprocessing.size.width, preprocessing.size.height] == result.size, "\(name)")
      guard tensor.count == result.size[0] * result.size[1] * 3 else {
        Issue.record("\(tensor.count) values, \(name)")
        continue
      }
      let largest = zip(result.places, result.values).map { abs(tensor[$0] - $1) }.max() ?? 0
      #expect(largest <= 2e-6, "\(result.picture), \(name)")
      let sum = tensor.reduce(0.0) { $0 + Double($1) }
      #expect(abs(sum - result.sum) <= 1e-6 * Double(tensor.count), "\(result.picture), \(name)")
    }
  }

  /// What models take that scale and normalise themselves.
  @Test func levelsAreThePixelsAsTheyAre() throws {
    let picture = PicturePattern.picture(width: 24, height: 24)
    let levels = PicturePreprocessing.levels(width: 24, height: 24)
    let planes = (0..<3).flatMap { channel in
      (0..<24 * 24).map { Float(picture.pixels[$0 * 3 + channel]) }
    }
    #expect(levels.tensor(of: picture) == planes)
    #expect(levels.summary == "24×24, squashed, bilinear, levels 0…255")
    // The geometry of a configuration stays, its numbers go.
    let json = #"{"image_processor_type": "CLIPImageProcessor", "size": 20, "crop_size": 16}"#
    let clip = try PicturePreprocessing(json: Array(json.utf8), path: "p.json")
    let other = PicturePattern.picture(width: 50, height: 30)
    let tensor = clip.inLevels.tensor(of: other)
    #expect(tensor.allSatisfy { $0 == $0.rounded() && (0...255).contains($0) })
    let mean: Float = 0.48145466
    let deviation: Float = 0.26862954
    let red = zip(tensor, clip.tensor(of: other)).prefix(16 * 16)
    #expect(red.allSatisfy { abs(($0 / 255 - mean) / deviation - $1) < 1e-5 })
    #expect(clip.inLevels.summary == "16×16, shorter side to 20, bicubic, levels 0…255")
  }

  /// A picture thousands of times longer than high costs what its crop costs.
  @Test func extremeProportionsStayCheap() throws {
    let json = #"{"image_processor_type": "CLIPImageProcessor"}"#
    let preprocessing = try PicturePreprocessing(json: Array(json.utf8), path: "p.json")
    let tensor = preprocessing.tensor(of: PicturePattern.picture(width: 30_000, height: 1))
    #expect(tensor.count == 224 * 224 * 3)
    #expect(preprocessing.summary.hasPrefix("224×224, shorter side to 224, bicubic, mean [0.48145"))
  }
}
