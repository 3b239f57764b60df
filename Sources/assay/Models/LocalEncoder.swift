internal import Embeddings
internal import OpenVINOBackend
internal import Storage

/// A model of the store as an encoder: its tokenizer and towers, run on this machine.
///
/// Made at once; the model is opened behind it on a thread of its own, and whoever encodes waits for it, unless told
/// not to. Calls keep their thread.
struct LocalEncoder: Encoder {
  let card: EncoderCard
  /// The model's card.
  let model: ModelCard
  /// What was encoded so far.
  let tally = EncodingTally()
  /// Asked between batches, from several threads.
  var shouldStop: @Sendable () -> Bool = { false }
  /// Whether queries wait for the model; else they are refused while it is being opened.
  let waits: Bool

  private let loaded: LoadedModel

  /// Items that are handed over at once: enough to put texts of similar length together.
  private static let batch = 512

  /// Starts to open the model of a card; one that nobody waits for is compiled for queries as well.
  init(_ model: ModelCard, settings: Settings, waits: Bool = true) {
    self.init(model, waits: waits) { () throws(EncoderError) in
      let parts = try ModelParts(ModelPlan(model), settings: settings)
      if !waits { try parts.warm() }
      return parts
    }
  }

  init(
    _ model: ModelCard, waits: Bool, open: @escaping @Sendable () throws(EncoderError) -> ModelParts
  ) {
    self.model = model
    self.waits = waits
    card = EncoderCard(
      id: model.id, fingerprint: model.fingerprint, dimensions: model.stops,
      modalities: model.modalities, batch: Self.batch, isMatryoshka: model.lengths.isMatryoshka)
    loaded = LoadedModel(open)
  }

  /// Whether the model is still being opened.
  var isLoading: Bool {
    if case .loading = loaded.current { true } else { false }
  }

  /// Calls `body` once the model is open, or can't be opened for a reason.
  func whenLoaded(_ body: @escaping @Sendable (EncoderError?) -> Void) {
    let loaded = self.loaded
    loaded.whenDone {
      if case .failed(let error) = loaded.current { body(error) } else { body(nil) }
    }
  }

  func encode(query: String) throws(EncoderError) -> [Float] {
    guard Self.isText(query) else { return zeros }
    let side = try textSide(of: partsForQuery())
    return try checked(side.model.vector(of: side.tokens(model.prompts.query + query).ids))
  }

  func encode(item: ItemText) throws(EncoderError) -> [Float] {
    try encode(items: [item])[0]
  }

  func encode(items: [ItemText]) throws(EncoderError) -> [[Float]] {
    let side = try textSide(of: parts())
    let tokenized = items.concurrentMap { item -> Tokens? in
      let text = Self.text(of: item)
      return Self.isText(text) ? side.tokens(model.prompts.item + text) : nil
    }
    let texts = tokenized.compactMap { $0 }
    let begun = ContinuousClock.now
    let found = try side.model.vectors(of: tokenized.map { $0?.ids ?? [] }, shouldStop: shouldStop)
    let seconds = (ContinuousClock.now - begun) / .seconds(1)
    tally.add {
      $0.texts += texts.count
      $0.cutTexts += texts.count(where: \.isCut)
      $0.tokens += texts.reduce(0) { $0 + $1.ids.count }
      $0.seconds += seconds
    }
    return try zip(tokenized, found).map { tokens, vector throws(EncoderError) in
      tokens == nil ? vector : try checked(vector)
    }
  }

  private var zeros: [Float] { [Float](repeating: 0, count: model.dimensions) }

  /// The model, waited for.
  func parts() throws(EncoderError) -> ModelParts { try loaded.wait() }

  /// The model, waited for only when queries are to wait.
  func partsForQuery() throws(EncoderError) -> ModelParts {
    if waits { return try loaded.wait() }
    switch loaded.current {
    case .ready(let parts): return parts
    case .failed(let error): throw error
    case .loading:
      throw .unavailable(reason: "the model \(model.name) is being loaded; lexical search answers meanwhile")
    }
  }

  private func textSide(of parts: ModelParts) throws(EncoderError) -> TextSide {
    guard let side = parts.text else {
      throw .unencodable(
        reason:
          "the model \(model.name) encodes pictures only: search with image:FILE or like:ID, or by words "
          + "alone (lexical)")
    }
    return side
  }

  /// A vector as the model gave it, unless it is of another length or holds what is no number.
  func checked(_ vector: [Float]) throws(EncoderError) -> [Float] {
    guard vector.count == model.dimensions else {
      throw .unencodable(
        reason: "the model \(model.name) gave \(vector.count) components instead of \(model.dimensions)")
    }
    guard vector.allSatisfy(\.isFinite), vector.contains(where: { $0 != 0 }) else {
      throw .unencodable(reason: "the model \(model.name) gave a vector of zeros or of no numbers")
    }
    return vector
  }

  private static func isText(_ text: String) -> Bool { text.contains { !$0.isWhitespace } }

  /// An item's fields, a line each.
  static func text(of item: ItemText) -> String {
    ([item.title, item.brand, item.category] + item.text).filter { !$0.isEmpty }.joined(separator: "\n")
  }
}

extension ModelCard {
  /// What the model takes.
  var modalities: Set<Modality> {
    Set((textFile == nil ? [] : [.text]) + (pictureFile == nil ? [] : [.picture]))
  }
}
