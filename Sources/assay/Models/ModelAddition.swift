internal import Embeddings
internal import OpenVINOBackend
internal import Storage

/// `assay model add` behind its flags: checks a folder, opens the model once, and keeps its card.
struct ModelAddition {
  let settings: Settings
  let store: ModelStore
  /// Told what goes on.
  let say: (String) -> Void
  /// Told how many bytes of how many were hashed.
  let progress: (_ total: Int) -> ProgressLine

  /// Adds the model in a folder.
  /// - Parameters:
  ///   - folder: the model's folder.
  ///   - name: what to call it; `nil` for the folder's own name.
  ///   - declaration: what is said over whatever the files say.
  ///   - source: where the files were fetched from; `nil` when they were there.
  ///   - settle: puts the files of a model that can be run to where they are to stay, and says where that is; by itself
  ///     they stay where they are.
  /// - Returns: the card.
  /// - Throws: `StorageError` or `EncoderError` that names what is wrong; nothing is kept then.
  func add(
    _ folder: String, as name: String?, declaration: ModelDeclaration, source: String? = nil,
    settle: ((ModelInspection, _ name: String) throws -> String)? = nil
  ) throws -> ModelCard {
    var inspection = try ModelInspection(folder, declaration: declaration)
    let name = name ?? Self.name(of: inspection.folder)
    // Opened before anything is written: a model that can't be run is not added.
    let opened = try open(inspection)
    if let settle { inspection = try ModelInspection(settle(inspection, name), declaration: declaration) }
    for advice in inspection.advice { say("note: \(advice)") }
    let line = progress(inspection.bytes >> 20)
    var rest = 0
    let files = try inspection.digests { bytes in
      rest += bytes
      line.advance(by: rest >> 20)
      rest &= 1 << 20 - 1
    }
    line.finish()
    var card = ModelCard(name: name, inspection: inspection, files: files, opened: opened)
    card.source = source
    try store.add(card)
    return card
  }

  /// Opens the model and asks it for a vector of each kind.
  private func open(_ inspection: ModelInspection) throws -> ModelCard.Opened {
    let parts = try ModelParts(ModelPlan(inspection), settings: settings)
    if let text = parts.text {
      let sample = text.tokens(inspection.prompts.query + "red enamel mug")
      try check(try text.model.vector(of: sample.ids), of: "a plain text", inspection)
    }
    if let pictures = parts.pictures {
      try check(try pictures.vector(of: Self.samplePicture), of: "a plain picture", inspection)
    }
    let towers = [parts.text?.model.description, parts.pictures?.model.description].compactMap(\.self)
    let pooling = parts.text?.model.description.pooling
    return ModelCard.Opened(
      dimensions: parts.dimensions, inputs: towers.flatMap { $0.inputs.map(\.name) },
      outputs: towers.map(\.output.name), pooling: pooling.flatMap { ModelPooling(rawValue: $0.rawValue) },
      pictures: parts.pictures?.preprocessing.summary, runtime: "openvino \(parts.runtime.year)")
  }

  private func check(_ vector: [Float], of input: String, _ inspection: ModelInspection) throws {
    guard vector.allSatisfy(\.isFinite), vector.contains(where: { $0 != 0 }) else {
      throw EncoderError.malformedModel(
        path: inspection.folder,
        reason: "the model answers \(input) with a vector of no numbers or zeros")
    }
  }

  /// Colours that change across and down.
  private static let samplePicture: PixelImage = {
    var pixels: [UInt8] = []
    for row in 0..<UInt8(64) {
      for column in 0..<UInt8(64) { pixels += [column * 4, row * 4, 128] }
    }
    return PixelImage(width: 64, height: 64, pixels: pixels)
  }()

  /// The name of a folder, of what the store allows.
  static func name(of folder: String) -> String {
    let last = folder.split(separator: "/").last.map(String.init) ?? "model"
    let plain = last.lowercased().map {
      $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "_") ? $0 : "-"
    }
    return String(plain.drop { $0 == "." || $0 == "-" }.prefix(64))
  }
}
