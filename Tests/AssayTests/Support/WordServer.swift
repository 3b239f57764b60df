import Foundation
import LoopbackServer
import TestSupport

/// An embedding server with the OpenAI shape, and Infinity's for pictures, whose vectors can be foreseen: a text's is the
/// sum of its words' vectors, so that texts of the same words are near each other; a picture's depends on its bytes.
///
/// **Not a product**: it replays the documented shapes for tests of whole commands.
struct WordServer: Sendable {
  var dimensions = 48
  /// Another one behind the same address gives other vectors.
  var weights: UInt64 = 1

  /// The answer to a request for vectors.
  func reply(_ request: LoopbackRequest) -> LoopbackReply {
    guard let body = try? JSONSerialization.jsonObject(with: Data(request.body)) as? [String: Any],
      let inputs = body["input"] as? [String]
    else { return .json(#"{"error":{"message":"no input","type":"invalid_request_error"}}"#, status: 400) }
    let arePictures = body["modality"] as? String == "image"
    let entries = inputs.enumerated().reversed().map { index, input in
      let vector = arePictures ? wordVector(input) : textVector(input)
      return
        #"{"object":"embedding","index":\#(index),"embedding":[\#(vector.map { "\($0)" }.joined(separator: ","))]}"#
    }
    return .json(
      #"{"object":"list","data":[\#(entries.joined(separator: ","))],"model":"m","usage":{"prompt_tokens":1,"total_tokens":1}}"#
    )
  }

  private func textVector(_ text: String) -> [Float] {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    var sum = [Float](repeating: 0.001, count: dimensions)
    for word in words {
      for (index, component) in wordVector(String(word)).enumerated() { sum[index] += component }
    }
    return sum
  }

  private func wordVector(_ word: String) -> [Float] {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 &+ weights
    for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    var random = SeededGenerator(seed: hash)
    return (0..<dimensions).map { _ in Float.random(in: -1...1, using: &random) }
  }
}
