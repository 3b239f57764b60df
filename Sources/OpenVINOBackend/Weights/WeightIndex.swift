internal import Embeddings
internal import Foundation
internal import JSON

/// `model.safetensors.index.json`: which file of several has which tensor.
struct WeightIndex {
  let path: String
  /// The files it names, each once, sorted.
  let files: [String]
  /// The tensors it names, sorted.
  let names: [String]

  init(path: String) throws(EncoderError) {
    self.path = path
    let file = try ConfigurationFile(path: path)
    guard case .object(let members)? = file.root.value["weight_map"] else {
      throw .malformedModel(path: path, reason: "has no object weight_map")
    }
    var files = Set<String>()
    for member in members {
      guard let name = member.value.string, !name.isEmpty, !name.contains("/") else {
        throw .malformedModel(path: path, reason: "weight_map \(member.name) names no file of this folder")
      }
      files.insert(name)
    }
    self.files = files.sorted()
    names = members.map(\.name).sorted()
  }

  /// Checks that every file is there.
  func checkFiles(in folder: String) throws(EncoderError) {
    let absent = files.filter { !FileManager.default.fileExists(atPath: folder + "/" + $0) }
    guard let first = absent.first else { return }
    let others = absent.count == 1 ? "" : " and \(absent.count - 1) more"
    throw .malformedModel(
      path: path,
      reason:
        "names \(first)\(others) of \(files.count) weight files, which the folder lacks; fetch the missing files"
    )
  }
}
