/// How a model is to be opened; everything that its files don't say, or say wrongly.
package struct ModelSettings: Hashable, Sendable {
  /// How token vectors become one; `nil` takes what the folder's files or the family say.
  ///
  /// It has no meaning where a model
  /// file's output is pooled already.
  package var pooling: Pooling?
  /// Whether each vector is freed from its mean and deviation first, as nomic-embed-text asks before truncation.
  package var standardises = false
  /// Whether vectors are scaled to unit length.
  package var normalises = true
  /// With what numbers the model is computed.
  package var precision = ModelPrecision.f32
  /// Threads of the model that encodes single queries.
  package var queryThreads = 1
  /// Threads of the model that encodes many.
  package var bulkThreads = 1
  /// The id that fills a text up to a fixed length, as the tokenizer says; `nil` takes the configuration's.
  package var paddingID: Int32?
  /// Most tokens of a text; `nil` takes as many as the model has positions for.
  package var limit: Int?
  /// A picture's width and height where the model takes any; `nil` takes the configuration's.
  package var pictureSize: Int?
  /// The model file, relative to the folder; `nil` chooses by what there is.
  package var file: String?
  /// The output that is the embedding, by name; `nil` chooses by name.
  package var output: String?
  /// Where compiled models are kept; `nil` compiles anew every time.
  package var cache: CompiledCache?

  /// Makes settings with the standard values.
  package init() {}
}
