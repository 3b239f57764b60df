internal import Embeddings
internal import OpenVINOBackend

/// A model of the store, opened: the part that reads texts, the one that reads pictures, or both.
struct ModelParts: Sendable {
  /// What reads texts; `nil` for a model of pictures only.
  let text: TextSide?
  /// What reads pictures; `nil` for a model of texts only.
  let pictures: PictureSide?

  /// The release of what runs it.
  let runtime: RuntimeVersion

  /// Opens the model that a folder and settings describe.
  /// - Throws: `EncoderError.unavailable` without a runtime, `malformedModel` that names the file at fault.
  init(_ plan: ModelPlan, settings: Settings) throws(EncoderError) {
    let runtime = try OpenVINORuntime.open(by: settings)
    self.runtime = runtime.version
    text = plan.textFile == nil ? nil : try TextSide(plan, settings: settings, runtime: runtime)
    pictures = plan.pictureFile == nil ? nil : try PictureSide(plan, settings: settings, runtime: runtime)
    if let text, let pictures, text.model.dimensions != pictures.model.dimensions {
      throw .malformedModel(
        path: plan.folder,
        reason: "gives texts \(text.model.dimensions) components and pictures \(pictures.model.dimensions); "
          + "vectors of one space have the same number")
    }
  }

  /// Components of a vector.
  var dimensions: Int { text?.model.dimensions ?? pictures?.model.dimensions ?? 0 }

  /// Compiles for single queries what queries usually are: texts where the model reads them.
  func warm() throws(EncoderError) {
    if let text { try text.model.warm() } else { try pictures?.model.warm() }
  }
}
