internal import Embeddings
internal import Foundation
internal import OpenVINOBackend

/// The part of a model that reads pictures, opened.
struct PictureSide: Sendable {
  /// Turns pictures into the numbers that the model takes.
  let preprocessing: PicturePreprocessing
  /// Turns those numbers into vectors.
  let model: PictureModel

  /// Opens the tower for pictures that a plan names.
  /// - Throws: `EncoderError.malformedModel` that names the file at fault.
  init(_ plan: ModelPlan, settings: Settings, runtime: OpenVINORuntime) throws(EncoderError) {
    let declared = try Self.declared(in: plan)
    model = try PictureModel.open(
      folder: plan.folder, settings: plan.pictureSettings(preparedTo: declared?.size, settings: settings),
      runtime: runtime)
    preprocessing = try Self.preprocessing(declared, for: model.input, of: plan)
  }

  /// The vector of one picture, by the model that is compiled for queries.
  func vector(of picture: PixelImage) throws(EncoderError) -> [Float] {
    try model.vector(of: preprocessing.tensor(of: picture))
  }

  /// The vectors of several pictures, which are prepared on all cores.
  func vectors(of pictures: [PixelImage]) throws(EncoderError) -> [[Float]] {
    let preprocessing = preprocessing
    return try model.vectors(of: pictures.concurrentMap { preprocessing.tensor(of: $0) })
  }

  /// What the model's folder says about preparing pictures.
  private static func declared(in plan: ModelPlan) throws(EncoderError) -> PicturePreprocessing? {
    guard let name = plan.preprocessing else { return nil }
    let path = plan.folder + "/" + name
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .malformedModel(path: path, reason: "is missing or can't be read")
    }
    return name == "open_clip_config.json"
      ? try PicturePreprocessing(openCLIP: [UInt8](data), path: path)
      : try PicturePreprocessing(json: [UInt8](data), path: path)
  }

  private static func preprocessing(
    _ declared: PicturePreprocessing?, for input: PictureInput, of plan: ModelPlan
  ) throws(EncoderError) -> PicturePreprocessing {
    guard let declared else {
      // How levels become the network's numbers is in its file; how other numbers are made nobody says.
      guard input.values == .levels else {
        throw .malformedModel(
          path: plan.folder,
          reason: "no file says how pictures are scaled and normalised; put a preprocessor_config.json there")
      }
      return .levels(width: input.width, height: input.height)
    }
    guard declared.size.width == input.width, declared.size.height == input.height else {
      throw .malformedModel(
        path: plan.folder + "/" + (plan.preprocessing ?? ""),
        reason:
          "prepares pictures of \(declared.size.width)×\(declared.size.height) pixels, and the model takes "
          + "\(input.width)×\(input.height)")
    }
    return input.values == .levels ? declared.inLevels : declared
  }
}
