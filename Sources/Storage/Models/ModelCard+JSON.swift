import Embeddings
import JSON

extension ModelCard {
  /// What determines the vectors, in a form that is the same byte by byte for equal models: no name, no place, no
  /// licence.
  var canonical: JSONValue { .object(canonicalMembers) }

  /// The card as its file holds it: readable, a member a line.
  var json: [UInt8] {
    let members =
      [
        JSONValue.Member(name: "card", value: .number("\(Self.version)")),
        JSONValue.Member(name: "name", value: .string(name)),
        JSONValue.Member(name: "folder", value: .string(folder)),
        JSONValue.Member(name: "licence", value: licence.map { .string($0) } ?? .null),
      ] + (source.map { [JSONValue.Member(name: "source", value: .string($0))] } ?? []) + canonicalMembers
    let lines = members.map { "  " + JSONValue.string($0.name).text + ": " + $0.value.text }
    return Array(("{\n" + lines.joined(separator: ",\n") + "\n}\n").utf8)
  }

  /// How the fields of an item become one text: title, brand, category and the others in their order, a line each.
  private static let itemText = "lines"

  private var canonicalMembers: [JSONValue.Member] {
    func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
    func number(_ value: Int?) -> JSONValue { value.map { .number("\($0)") } ?? .null }
    let values: KeyValuePairs<String, JSONValue> = [
      "family": .string(family),
      "architecture": .string(architecture),
      "format": .string(format.rawValue),
      "text_file": text(textFile),
      "picture_file": text(pictureFile),
      "inputs": .array(inputs.map { .string($0) }),
      "outputs": .array(outputs.map { .string($0) }),
      "pooling": text(pooling?.rawValue),
      "query_prompt": .string(prompts.query),
      "item_prompt": .string(prompts.item),
      "item_text": .string(Self.itemText),
      "text_preparation": text(textPreparation?.rawValue),
      "padding_id": number(paddingID.map { Int($0) }),
      "max_tokens": number(maxTokens),
      "preprocessing": text(preprocessing),
      "pictures": text(pictures),
      "dimensions": number(dimensions),
      "lengths": lengths.json,
      "similarity": .string(similarity),
      "precision": .string(precision.rawValue),
      "runtime": .string(runtime),
      "files": .array(files.map(\.json)),
    ]
    return values.map { JSONValue.Member(name: $0.key, value: $0.value) }
  }

  /// Reads a card.
  /// - Throws: `StorageError` for another version, or a file that is no card of this program's.
  init(_ bytes: [UInt8], path: String) throws(StorageError) {
    let remedy = "add the model again with: assay model add FOLDER --name NAME"
    guard let value = try? JSONParser.parse(bytes), let version = value["card"]?.int else {
      throw .malformed(path: path, reason: "not a model card; \(remedy)")
    }
    guard version == Self.version else {
      throw .mismatch(
        path: path, reason: "card format \(version), this program reads \(Self.version)", remedy: remedy)
    }
    guard let card = ModelCard(value), card.json == bytes else {
      throw .malformed(path: path, reason: "damaged, or changed by hand; \(remedy)")
    }
    self = card
  }

  /// `nil` when a member is missing or of another type.
  private init?(_ value: JSONValue) {
    guard let name = value["name"]?.string, let folder = value["folder"]?.string,
      let family = value["family"]?.string, let architecture = value["architecture"]?.string,
      let format = value["format"]?.string.flatMap(ModelWeights.Format.init),
      let inputs = value["inputs"]?.texts, let outputs = value["outputs"]?.texts,
      let query = value["query_prompt"]?.string, let item = value["item_prompt"]?.string,
      let dimensions = value["dimensions"]?.int, (1...1 << 20).contains(dimensions),
      let lengths = value["lengths"].flatMap(ModelLengths.init(json:)),
      let similarity = value["similarity"]?.string,
      let precision = value["precision"]?.string.flatMap(ModelNumbers.init),
      let runtime = value["runtime"]?.string, case .array(let list)? = value["files"]
    else { return nil }
    let files = list.compactMap(ModelFile.init(json:))
    guard files.count == list.count else { return nil }
    self.name = name
    self.folder = folder
    licence = value["licence"]?.string
    source = value["source"]?.string
    self.family = family
    self.architecture = architecture
    self.format = format
    textFile = value["text_file"]?.string
    pictureFile = value["picture_file"]?.string
    self.inputs = inputs
    self.outputs = outputs
    pooling = value["pooling"]?.string.flatMap(ModelPooling.init)
    prompts = ModelPrompts(query: query, item: item)
    textPreparation = value["text_preparation"]?.string.flatMap(TextPreparation.init)
    paddingID = value["padding_id"]?.int.flatMap { Int32(exactly: $0) }
    maxTokens = value["max_tokens"]?.int
    preprocessing = value["preprocessing"]?.string
    pictures = value["pictures"]?.string
    self.dimensions = dimensions
    self.lengths = lengths
    self.similarity = similarity
    self.precision = precision
    self.runtime = runtime
    self.files = files
  }
}

extension ModelLengths {
  fileprivate var json: JSONValue {
    let (kind, lengths): (String, [Int]) =
      switch self {
      case .declared(let lengths): ("declared", lengths)
      case .forced(let lengths): ("forced", lengths)
      case .none: ("none", [])
      }
    return .object([
      JSONValue.Member(name: "kind", value: .string(kind)),
      JSONValue.Member(name: "dimensions", value: .array(lengths.map { .number("\($0)") })),
    ])
  }

  fileprivate init?(json: JSONValue) {
    guard case .array(let list)? = json["dimensions"] else { return nil }
    let lengths = list.compactMap(\.int)
    guard lengths.count == list.count, lengths.allSatisfy({ $0 > 0 }) else { return nil }
    switch json["kind"]?.string {
    case "declared": self = .declared(lengths)
    case "forced": self = .forced(lengths)
    case "none": self = .none
    default: return nil
    }
  }
}

extension ModelFile {
  fileprivate var json: JSONValue {
    .object([
      JSONValue.Member(name: "name", value: .string(name)),
      JSONValue.Member(name: "bytes", value: .number("\(bytes)")),
      JSONValue.Member(name: "sha256", value: .string(sha256)),
    ])
  }

  fileprivate init?(json: JSONValue) {
    guard let name = json["name"]?.string, let bytes = json["bytes"]?.int, let sha256 = json["sha256"]?.string
    else { return nil }
    self.init(name: name, bytes: bytes, sha256: sha256)
  }
}

extension JSONValue {
  /// The texts of a list of texts.
  fileprivate var texts: [String]? {
    guard case .array(let list) = self else { return nil }
    let texts = list.compactMap(\.string)
    return texts.count == list.count ? texts : nil
  }
}
