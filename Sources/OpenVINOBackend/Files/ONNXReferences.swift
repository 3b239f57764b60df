internal import Embeddings
internal import Foundation

/// The files beside an ONNX model in which its larger tensors lie.
///
/// Source: `onnx.proto`, messages ModelProto, GraphProto, NodeProto, AttributeProto and TensorProto.
struct ONNXReferences {
  /// Full paths, each once, sorted.
  let files: [String]

  /// Messages of a model that may refer to files, or hold others that do.
  private enum Message {
    case model, graph, node, attribute, tensor

    func inner(_ field: Int) -> Message? {
      switch (self, field) {
      case (.model, 7), (.attribute, 6), (.attribute, 11): .graph
      case (.graph, 1): .node
      case (.graph, 5), (.attribute, 5), (.attribute, 10): .tensor
      case (.node, 5): .attribute
      default: nil
      }
    }
  }

  /// Finds the files a model refers to, and checks that they are there.
  init(_ contents: Data, path: String) throws(EncoderError) {
    var names = Set<String>()
    do {
      let whole = contents.startIndex..<contents.endIndex
      guard try Self.search(.model, in: whole, of: contents, &names, depth: 0) else {
        throw ProtobufFields.Mistake()
      }
    } catch {
      throw .malformedModel(
        path: path, reason: "is cut off or damaged: its fields don't fit into its \(contents.count) bytes")
    }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    for name in names.sorted() {
      guard !name.hasPrefix("/"), !name.split(separator: "/").contains("..") else {
        throw .malformedModel(path: path, reason: "keeps weights in \(name), which is outside of its folder")
      }
      guard FileManager.default.fileExists(atPath: folder + "/" + name) else {
        throw .malformedModel(
          path: path, reason: "keeps weights in \(name), which is missing beside it; fetch it too")
      }
    }
    files = names.sorted().map { folder + "/" + $0 }
  }

  /// Collects file names; answers whether the message holds a graph.
  private static func search(
    _ message: Message, in range: Range<Int>, of contents: Data, _ names: inout Set<String>, depth: Int
  ) throws(ProtobufFields.Mistake) -> Bool {
    guard depth < 32 else { return false }
    var fields = ProtobufFields(contents, in: range)
    var hasGraph = false
    while let field = try fields.next() {
      guard let payload = field.payload else { continue }
      if message == .tensor, field.number == 13, let name = try location(in: payload, of: contents) {
        names.insert(name)
      }
      guard let inner = message.inner(field.number) else { continue }
      hasGraph = hasGraph || inner == .graph
      _ = try search(inner, in: payload, of: contents, &names, depth: depth + 1)
    }
    return hasGraph
  }

  /// The value of a StringStringEntryProto whose key is `location`.
  private static func location(
    in range: Range<Int>, of contents: Data
  ) throws(ProtobufFields.Mistake) -> String? {
    var fields = ProtobufFields(contents, in: range)
    var texts: [Int: String] = [:]
    while let field = try fields.next() {
      guard let payload = field.payload else { continue }
      texts[field.number] = String(decoding: contents[payload], as: UTF8.self)
    }
    return texts[1] == "location" ? texts[2] : nil
  }
}
