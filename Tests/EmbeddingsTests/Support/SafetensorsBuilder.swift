import Embeddings
import Foundation

/// Writes safetensors files for tests, right or wrong.
struct SafetensorsBuilder {
  var metadata: [String: String] = [:]
  var tensors: [(name: String, type: String, shape: [Int], bytes: [UInt8])] = []

  /// Adds a float32 tensor.
  mutating func add(_ name: String, shape: [Int], values: [Float]) {
    tensors.append(
      (name, "F32", shape, values.flatMap { withUnsafeBytes(of: $0.bitPattern.littleEndian, [UInt8].init) }))
  }

  /// Adds a tensor of zero bytes.
  mutating func addZeros(_ name: String, type: String, shape: [Int], elementBytes: Int) {
    tensors.append((name, type, shape, [UInt8](repeating: 0, count: shape.reduce(elementBytes, *))))
  }

  /// The file's bytes.
  func bytes() throws -> [UInt8] {
    var header: [String: Any] = metadata.isEmpty ? [:] : ["__metadata__": metadata]
    var data: [UInt8] = []
    for tensor in tensors {
      header[tensor.name] = [
        "dtype": tensor.type, "shape": tensor.shape,
        "data_offsets": [data.count, data.count + tensor.bytes.count],
      ]
      data += tensor.bytes
    }
    return Self.file(header: [UInt8](try JSONSerialization.data(withJSONObject: header)), data: data)
  }

  /// A file with the header as given.
  static func file(header: [UInt8], data: [UInt8]) -> [UInt8] {
    withUnsafeBytes(of: UInt64(header.count).littleEndian, [UInt8].init) + header + data
  }
}
