import JSON

/// To which lengths a model's vectors may be cut.
package enum ModelLengths: Hashable, Sendable {
  /// The model was trained for them: a file of its folder says so.
  case declared([Int])
  /// The user says so.
  case forced([Int])
  /// Nobody says so: cutting costs more than it seems.
  case none

  /// What the folder's configuration declares.
  static func read(_ config: ModelDocument?, in folder: String) throws(StorageError) -> ModelLengths {
    let sentence = try ModelDocument.read("config_sentence_transformers.json", in: folder)
    for document in [config, sentence].compactMap(\.self) {
      for key in ["matryoshka_dimensions", "matryoshka_dims"] {
        guard case .array(let list)? = document.value(key) else { continue }
        let lengths = list.compactMap(\.int)
        guard lengths.count == list.count, lengths.allSatisfy({ $0 > 0 }), !lengths.isEmpty else {
          throw document.mistake("\(key) is not a list of numbers above zero")
        }
        return .declared(Set(lengths).sorted())
      }
    }
    return .none
  }

  /// The lengths that may be chosen, ascending, the last being all `dimensions`.
  ///
  /// Where none is declared, multiples of 64 can be tried all the same.
  package func stops(dimensions: Int) -> [Int] {
    switch self {
    case .declared(let lengths), .forced(let lengths):
      lengths.filter { $0 < dimensions } + [dimensions]
    case .none: Array(stride(from: 64, to: dimensions, by: 64)) + [dimensions]
    }
  }

  /// Whether cutting is what the model was made for.
  package var isMatryoshka: Bool { self != .none }
}
