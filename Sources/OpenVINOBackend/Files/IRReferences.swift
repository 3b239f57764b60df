internal import Embeddings
internal import Foundation

/// The weights beside an OpenVINO model, which lie in a `.bin` of the same name.
struct IRReferences {
  /// The full path of the `.bin`; none when the model has no constants.
  let files: [String]

  /// Checks that the `.bin` is there and as long as the model's constants need.
  init(_ contents: Data, path: String) throws(EncoderError) {
    guard contents.suffix(256).range(of: Data("</net>".utf8)) != nil else {
      throw .malformedModel(path: path, reason: "is cut off: </net> is missing at its end")
    }
    let needed = Self.lastByte(in: contents)
    guard needed > 0 else {
      files = []
      return
    }
    let weights = path.dropLast(3) + "bin"
    let attributes = try? FileManager.default.attributesOfItem(atPath: String(weights))
    guard let size = attributes?[.size] as? Int else {
      throw .malformedModel(
        path: path, reason: "keeps its weights in \(weights), which is missing; fetch it too")
    }
    guard size >= needed else {
      throw .malformedModel(
        path: String(weights),
        reason: "has \(size) bytes where the model needs \(needed); it is cut off or a pointer")
    }
    files = [String(weights)]
  }

  /// Where the last constant ends, by the attributes `offset` and `size` of the layers' data.
  private static func lastByte(in contents: Data) -> Int {
    var last = 0
    var rest = contents[...]
    while let start = rest.range(of: Data("<data ".utf8)) {
      rest = rest[start.upperBound...]
      let attributes = rest.prefix { $0 != UInt8(ascii: ">") }
      guard let offset = number("offset", in: attributes), let size = number("size", in: attributes) else {
        continue
      }
      last = max(last, offset + size)
    }
    return last
  }

  private static func number(_ attribute: String, in text: Data) -> Int? {
    guard let start = text.range(of: Data("\(attribute)=\"".utf8)) else { return nil }
    let digits = text[start.upperBound...].prefix { $0 != UInt8(ascii: "\"") }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}
