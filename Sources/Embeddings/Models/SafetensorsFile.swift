/// Named tensors read from the bytes of a safetensors file, checked whole before any is handed out.
package struct SafetensorsFile: Sendable {
  /// Where the file was read from, for messages.
  package let path: String
  /// The free-form strings beside the tensors.
  package let metadata: [String: String]
  /// Tensors by name.
  package let tensors: [String: SafetensorsLayout.Tensor]
  private let contents: [UInt8]

  /// Reads and checks a file's bytes; `path` appears in messages only.
  /// - Throws: `EncoderError.malformedModel` that names the tensor at fault.
  /// - Complexity: O(header + tensors · log tensors); tensor bytes are not touched.
  package init(_ contents: [UInt8], path: String) throws(EncoderError) {
    let layout = try SafetensorsLayout(contents, path: path)
    tensors = layout.tensors
    metadata = layout.metadata
    self.path = path
    self.contents = contents
  }

  /// The values of a float32 tensor, row-major.
  /// - Throws: `EncoderError.malformedModel` when there is no such tensor or its type or shape is another.
  package func floats(_ name: String, shape: [Int]) throws(EncoderError) -> [Float] {
    try elements(name, type: "F32", shape: shape, zero: 0)
  }

  /// The bit patterns of a float16 tensor, row-major.
  /// - Throws: `EncoderError.malformedModel` when there is no such tensor or its type or shape is another.
  package func halves(_ name: String, shape: [Int]) throws(EncoderError) -> [UInt16] {
    try elements(name, type: "F16", shape: shape, zero: 0)
  }

  /// Copies a tensor's bytes into elements of the same layout (little-endian hosts only, as are all supported).
  private func elements<Element: BitwiseCopyable>(
    _ name: String, type: String, shape: [Int], zero: Element
  ) throws(EncoderError) -> [Element] {
    guard let tensor = tensors[name] else {
      throw .malformedModel(path: path, reason: "tensor \(name) is missing")
    }
    guard tensor.type == type, tensor.shape == shape else {
      throw .malformedModel(
        path: path,
        reason: "tensor \(name) is \(tensor.type) \(tensor.shape) where \(type) \(shape) is expected")
    }
    var elements = [Element](repeating: zero, count: tensor.bytes.count / MemoryLayout<Element>.size)
    elements.withUnsafeMutableBytes { $0.copyBytes(from: contents[tensor.bytes]) }
    return elements
  }
}
