import Retrieval

/// Finds the files in which an ONNX file keeps its larger tensors.
///
/// Reads only what leads there: the graph's initializers and the tensors among its nodes' attributes. Source:
/// <https://github.com/onnx/onnx/blob/main/onnx/onnx.proto>.
enum ONNXExternalData {
  /// The names of fields in the messages that lead to a tensor.
  private enum Field {
    static let graph = 7  // of ModelProto
    static let node = 1  // of GraphProto
    static let initializer = 5  // of GraphProto
    static let attribute = 5  // of NodeProto
    static let tensor = 5  // of AttributeProto
    static let externalData = 13  // of TensorProto
    static let key = 1  // of StringStringEntryProto
    static let value = 2  // of StringStringEntryProto
  }

  /// The files, relative to the model's folder, each once, sorted.
  /// - Throws: `StorageError` when the bytes are no ONNX model, or a tensor lies outside the folder.
  static func files(of name: String, in folder: String) throws(StorageError) -> [String] {
    let path = Path.join(folder, name)
    let mapping = try Mapping(path)
    guard let model = ProtocolBuffer(mapping.bytes[...]).fields,
      let graph = model.first(where: { $0.number == Field.graph })?.message
    else {
      throw .malformed(path: path, reason: "cut off, or not an ONNX model; fetch it again")
    }
    guard let fields = graph.fields else {
      throw .malformed(path: path, reason: "its graph is cut off; fetch it again")
    }
    var locations: Set<String> = []
    for field in fields {
      switch field.number {
      case Field.initializer: collect(field.message, into: &locations)
      case Field.node:
        for attribute in field.message?.fields ?? [] where attribute.number == Field.attribute {
          for tensor in attribute.message?.fields ?? [] where tensor.number == Field.tensor {
            collect(tensor.message, into: &locations)
          }
        }
      default: continue
      }
    }
    let beside = Path.parent(name)
    return try locations.sorted().map { location throws(StorageError) in
      guard !location.hasPrefix("/"), !location.split(separator: "/").contains("..") else {
        throw .malformed(
          path: path, reason: "keeps weights outside of its folder ('\(location)'), which is refused")
      }
      return beside == "." ? location : Path.join(beside, location)
    }
  }

  private static func collect(_ tensor: ProtocolBuffer?, into locations: inout Set<String>) {
    for entry in tensor?.fields ?? [] where entry.number == Field.externalData {
      let parts = entry.message?.fields ?? []
      guard parts.first(where: { $0.number == Field.key })?.text == "location" else { continue }
      if let location = parts.first(where: { $0.number == Field.value })?.text { locations.insert(location) }
    }
  }
}

/// The fields of one message in the encoding of Protocol Buffers, found without a schema.
///
/// Source: <https://protobuf.dev/programming-guides/encoding/>.
struct ProtocolBuffer {
  /// One field: a number, and the bytes of what it holds when that has a length.
  struct Field {
    let number: Int
    let bytes: Slice<UnsafeRawBufferPointer>?

    /// The field as a message.
    var message: ProtocolBuffer? { bytes.map { ProtocolBuffer($0) } }
    /// The field as a text.
    var text: String? { bytes.flatMap { String(validating: $0, as: UTF8.self) } }
  }

  private let bytes: Slice<UnsafeRawBufferPointer>

  init(_ bytes: Slice<UnsafeRawBufferPointer>) {
    self.bytes = bytes
  }

  /// The fields in their order, or `nil` when the bytes are no message.
  var fields: [Field]? {
    var fields: [Field] = []
    var position = bytes.startIndex
    while position < bytes.endIndex {
      guard let tag = varint(&position), tag >> 3 > 0, tag >> 3 <= 1 << 29 else { return nil }
      var content: Slice<UnsafeRawBufferPointer>?
      switch tag & 7 {
      case 0: guard varint(&position) != nil else { return nil }
      case 1: position += 8
      case 5: position += 4
      case 2:
        guard let length = varint(&position), length <= bytes.endIndex - position else { return nil }
        content = bytes[position..<position + Int(length)]
        position += Int(length)
      default: return nil
      }
      guard position <= bytes.endIndex else { return nil }
      fields.append(Field(number: Int(tag >> 3), bytes: content))
    }
    return fields
  }

  private func varint(_ position: inout Int) -> UInt64? {
    var value: UInt64 = 0
    for shift in stride(from: 0, to: 64, by: 7) {
      guard position < bytes.endIndex else { return nil }
      let byte = bytes[position]
      position += 1
      value |= UInt64(byte & 0x7f) << UInt64(shift)
      if byte & 0x80 == 0 { return value }
    }
    return nil
  }
}
