package import Embeddings

/// How an encoder on a server is asked: everything a person decides.
///
/// Nothing leaves the machine before there is such a value and an encoder was made of it.
package struct RemoteEncoderSettings: Hashable, Sendable {
  /// The product that answers.
  package var kind: ServerKind
  /// The server's address, with or without the route: `http://localhost:8000`, `…/v1` and `…/v1/embeddings` are the same.
  package var endpoint: WebAddress
  /// The model's name on the server.
  package var model: String
  /// How pictures travel, if at all.
  package var pictures: PictureForm
  /// What the model is told about queries, items and pictures.
  package var prompts = RolePrompts()
  /// How many components of each vector are kept, cut off here even if the server sends more; `nil` keeps all.
  package var dimensions: Int?
  /// Shorter lengths that the model was trained for (Matryoshka), in any order.
  package var truncations: [Int] = []
  /// Whether the server may cut texts that are too long for the model; otherwise it refuses them.
  package var cutsLongTexts = true
  /// Whether vectors are asked for as base64 instead of decimal digits: a quarter of the bytes, where the server can.
  package var asksForBase64 = false
  /// Inputs of one request; `nil` for what suits the product.
  package var batch: Int?
  /// Bytes of one request; `nil` for what suits the product.
  package var requestBytes: Int?
  /// Requests that are under way together.
  package var requestsAtOnce: Int?
  /// Pictures with more pixels are scaled down before they are sent; the default is the most that Qwen3-VL looks at.
  package var picturePixels = 1_843_200
  /// Where the key is kept; `nil` where the server wants none.
  package var key: KeySource?
  /// Whether the key may travel unencrypted to another machine.
  package var sendsKeyUnencrypted = false
  /// A file of certificate authorities to trust (PEM) instead of the system's.
  package var authorities: String?
  /// Seconds until a connection must stand.
  package var connectSeconds: Double = 10
  /// Seconds for a whole request.
  package var totalSeconds: Double = 120
  /// What happens when the server is busy.
  package var retries = RetryPolicy()

  /// Makes settings; everything else has a default that suits the product.
  package init(kind: ServerKind, endpoint: WebAddress, model: String, pictures: PictureForm = .none) {
    self.kind = kind
    self.endpoint = endpoint
    self.model = model
    self.pictures = pictures
  }

  /// What the encoder takes.
  var takesPictures: Bool { pictures != .none }

  /// How an item's text and picture become one: together in one conversation where the model was trained on those.
  package var fusion: ModalityFusion { pictures == .conversation ? .early : .late }

  /// Finds what can't be, before anything is sent.
  /// - Throws: `RemoteSettingsError` that names the setting.
  package func check() throws(RemoteSettingsError) {
    let most = 1 << 20
    try require(!model.isEmpty, "model", "is empty; name the model as the server calls it")
    try require(
      pictures == .none || kind.pictureForms.contains(pictures), "pictures",
      "\(kind.rawValue) takes \(Self.list(kind.pictureForms)), not '\(pictures.rawValue)'")
    try require((1...most).contains(dimensions ?? 1), "dimensions", "must be positive")
    try require(
      truncations.allSatisfy { $0 > 0 && $0 <= dimensions ?? most }, "truncations",
      "must be positive and at most 'dimensions'")
    try require((1...4096).contains(batch ?? 1), "batch", "must be 1 to 4096")
    try require((1024...1 << 30).contains(requestBytes ?? 1024), "request_bytes", "must be 1 KiB to 1 GiB")
    try require((1...64).contains(requestsAtOnce ?? 1), "requests_at_once", "must be 1 to 64")
    try require(picturePixels >= 1, "picture_pixels", "must be positive")
    try require(connectSeconds > 0 && totalSeconds > 0, "timeouts", "must be positive")
    for (name, prompt) in [("query", prompts.query), ("item", prompts.item), ("picture", prompts.picture)] {
      try check(prompt, of: name)
    }
    try require(
      key == nil || endpoint.isEncrypted || endpoint.isLoopback || sendsKeyUnencrypted, "endpoint",
      "\(endpoint) is not encrypted, and the key would be readable on its way; use https")
  }

  private func check(_ prompt: RolePrompt, of role: String) throws(RemoteSettingsError) {
    let setting = "prompts.\(role)"
    switch prompt {
    case .none: return
    case .named: try require(kind.knowsPromptNames, setting, "\(kind.rawValue) knows no prompts by name")
    case .prefix:
      try require(role != "picture", setting, "a picture has no text to put a prefix in front of")
      try require(
        pictures != .conversation, setting, "a conversation takes an 'instruction' instead of a prefix")
    case .instruction:
      let hasPlace = [.message, .conversation].contains(pictures)
      try require(role != "picture" || hasPlace, setting, "an instruction has no place beside a picture here")
    }
  }

  private func require(
    _ isRight: Bool, _ setting: String, _ reason: String
  ) throws(RemoteSettingsError) {
    if !isRight { throw RemoteSettingsError(setting: setting, reason: reason) }
  }

  private static func list(_ forms: [PictureForm]) -> String {
    forms.isEmpty
      ? "no pictures" : "pictures as " + forms.map { "'\($0.rawValue)'" }.joined(separator: " or ")
  }
}

/// A setting of an encoder on a server that can't be.
package struct RemoteSettingsError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The setting's name, as written in a file.
  package let setting: String
  /// What is wrong with it, and what to do.
  package let reason: String

  package var description: String { "\(setting): \(reason)" }
}
