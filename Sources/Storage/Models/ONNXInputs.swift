import Retrieval

/// Reads the names of an ONNX graph's inputs.
///
/// Source: <https://github.com/onnx/onnx/blob/main/onnx/onnx.proto>.
enum ONNXInputs {
  private enum Field {
    static let graph = 7  // of ModelProto
    static let input = 11  // of GraphProto
    static let name = 1  // of ValueInfoProto
  }

  /// The names; constants are among them in files of old exporters.
  /// - Throws: `StorageError` when the bytes are no ONNX model.
  static func names(of name: String, in folder: String) throws(StorageError) -> Set<String> {
    let path = Path.join(folder, name)
    let mapping = try Mapping(path)
    guard let model = ProtocolBuffer(mapping.bytes[...]).fields,
      let graph = model.first(where: { $0.number == Field.graph })?.message?.fields
    else {
      throw .malformed(path: path, reason: "cut off, or not an ONNX model; fetch it again")
    }
    let inputs = graph.filter { $0.number == Field.input }.compactMap { $0.message?.fields }
    return Set(inputs.compactMap { $0.first { $0.number == Field.name }?.text })
  }
}
