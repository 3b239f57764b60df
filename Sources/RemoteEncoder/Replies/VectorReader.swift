internal import Foundation
internal import JSON

/// Reads a vector: a list of numbers, or little-endian float32 in base64.
enum VectorReader {
  /// The components, as the server sent them.
  /// - Throws: `ReplyFault` for what is no vector that can be used: not finite, all zeros, not a number.
  static func components(_ value: JSONValue) throws(ReplyFault) -> [Float] {
    let vector = try numbers(value)
    if let position = vector.firstIndex(where: { !$0.isFinite }) {
      throw ReplyFault(reason: "component \(position + 1) is not a finite number")
    }
    guard vector.contains(where: { abs($0) > 1e-20 }) else {
      throw ReplyFault(reason: vector.isEmpty ? "it is empty" : "it is all zeros")
    }
    return vector
  }

  private static func numbers(_ value: JSONValue) throws(ReplyFault) -> [Float] {
    switch value {
    case .string(let text): return try decoded(text)
    case .array(let elements):
      return try elements.enumerated().map { position, element throws(ReplyFault) in
        guard case .number(let digits) = element, let number = Float(digits) else {
          throw ReplyFault(reason: "component \(position + 1) is \(element.text.prefix(20)), not a number")
        }
        return number
      }
    default: throw ReplyFault(reason: "it is neither a list of numbers nor base64")
    }
  }

  private static func decoded(_ text: String) throws(ReplyFault) -> [Float] {
    guard let bytes = Data(base64Encoded: text).map({ [UInt8]($0) }), bytes.count.isMultiple(of: 4) else {
      throw ReplyFault(reason: "it is not base64 of whole float32 numbers")
    }
    return bytes.withUnsafeBytes { bytes in
      (0..<bytes.count / 4).map {
        Float(bitPattern: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 4 * $0, as: UInt32.self)))
      }
    }
  }

  /// Components as base64 of little-endian float32.
  static func base64(_ vector: [Float]) -> String {
    var bytes = Data(capacity: 4 * vector.count)
    for component in vector {
      withUnsafeBytes(of: component.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
    }
    return bytes.base64EncodedString()
  }

  /// The cosine of the angle between two vectors of one length.
  static func cosine(_ first: [Float], _ second: [Float]) -> Double {
    func dot(_ first: [Float], _ second: [Float]) -> Double {
      zip(first, second).reduce(0) { $0 + Double($1.0) * Double($1.1) }
    }
    return dot(first, second) / (dot(first, first) * dot(second, second)).squareRoot()
  }
}
