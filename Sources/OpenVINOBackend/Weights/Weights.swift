internal import Embeddings
internal import Foundation
internal import JSON

/// The tensors of a model folder, in one safetensors file or in several with an index.
struct Weights: Sendable {
  /// One tensor and where it lies in the memory.
  struct Entry: Hashable, Sendable {
    /// The element type's name in the format, such as `BF16`.
    let type: String
    let shape: [Int]
    let offset: Int
    let byteCount: Int
  }

  static let fileName = "model.safetensors"
  static let indexName = "model.safetensors.index.json"

  /// What messages call the weights: the file, or the index of several.
  let path: String
  /// The files, without their folder.
  let fileNames: [String]
  let memory: WeightMemory
  let entries: [String: Entry]

  /// Whether a folder has weights in this format.
  static func exist(in folder: String) -> Bool {
    [fileName, indexName].contains { FileManager.default.fileExists(atPath: folder + "/" + $0) }
  }

  /// Maps the weights of a folder; for `room` see `WeightMemory`.
  init(folder: String, room: (Int) -> Int) throws(EncoderError) {
    if FileManager.default.fileExists(atPath: folder + "/" + Self.fileName) {
      try self.init(path: folder + "/" + Self.fileName, folder: folder, files: [Self.fileName], room: room)
    } else {
      let index = try WeightIndex(path: folder + "/" + Self.indexName)
      try index.checkFiles(in: folder)
      try self.init(path: index.path, folder: folder, files: index.files, room: room)
      if let absent = index.names.first(where: { entries[$0] == nil }) {
        throw .malformedModel(
          path: index.path, reason: "names the tensor \(absent), which none of its files has")
      }
    }
  }

  private init(path: String, folder: String, files: [String], room: (Int) -> Int) throws(EncoderError) {
    let paths = files.map { folder + "/" + $0 }
    memory = try WeightMemory(mapping: paths, room: room)
    var entries: [String: Entry] = [:]
    for (file, range) in zip(paths, memory.files) {
      // The buffer is rebased so that offsets count from the file's own beginning.
      let layout = try SafetensorsLayout(memory.bytes(range), path: file)
      for (name, tensor) in layout.tensors {
        guard entries[name] == nil else {
          throw .malformedModel(path: file, reason: "has the tensor \(name), which another file has too")
        }
        entries[name] = Entry(
          type: tensor.type, shape: tensor.shape, offset: range.lowerBound + tensor.bytes.lowerBound,
          byteCount: tensor.bytes.count)
      }
    }
    self.entries = entries
    self.path = path
    fileNames = files
  }
}
