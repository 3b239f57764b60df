/// What a family of image processors assumes where its file is silent.
struct PictureProcessorKind: Sendable {
  /// What a single number given for `size` means.
  enum SingleSize: Sendable {
    /// Both sides.
    case square
    /// The shorter side.
    case shortestEdge
    /// The shorter side below 384 after enlarging for a crop, else both sides (ConvNeXT).
    case convNext
  }

  /// The values of `image_processor_type` or `feature_extractor_type`, without `ImageProcessor` and such endings.
  let names: [String]
  let singleSize: SingleSize
  let filter: ResizeFilter
  let size: Int
  /// The crop's side; `nil` where the family never crops.
  let crop: Int?
  let mean: [Double]
  let deviation: [Double]

  private static let half = [0.5, 0.5, 0.5]
  static let clipMean = [0.48145466, 0.4578275, 0.40821073]
  static let clipDeviation = [0.26862954, 0.26130258, 0.27577711]

  /// Every family there is.
  ///
  /// Source: transformers 4.57, `image_processing_*.py`.
  static let all = [
    PictureProcessorKind(
      names: ["CLIP", "ChineseCLIP"], singleSize: .shortestEdge, filter: .bicubic, size: 224, crop: 224,
      mean: clipMean, deviation: clipDeviation),
    PictureProcessorKind(
      names: ["Bit"], singleSize: .shortestEdge, filter: .bicubic, size: 224, crop: 224, mean: clipMean,
      deviation: clipDeviation),
    PictureProcessorKind(
      names: ["Siglip"], singleSize: .square, filter: .bicubic, size: 224, crop: nil, mean: half,
      deviation: half),
    PictureProcessorKind(
      names: ["ViT"], singleSize: .square, filter: .bilinear, size: 224, crop: nil, mean: half,
      deviation: half),
    PictureProcessorKind(
      names: ["DeiT"], singleSize: .square, filter: .bicubic, size: 256, crop: 224, mean: half,
      deviation: half),
    PictureProcessorKind(
      names: ["Blip"], singleSize: .square, filter: .bicubic, size: 384, crop: nil, mean: clipMean,
      deviation: clipDeviation),
    PictureProcessorKind(
      names: ["ConvNext"], singleSize: .convNext, filter: .bilinear, size: 384, crop: nil, mean: half,
      deviation: half),
  ]

  /// The family that a `preprocessor_config.json` names; `nil` when it names none.
  static func read(_ file: ConfigurationPart) throws(EncoderError) -> PictureProcessorKind? {
    guard let type = file["image_processor_type"] ?? file["feature_extractor_type"] else { return nil }
    let name = try type.string()
    let endings = ["ImageProcessorFast", "ImageProcessor", "FeatureExtractor"]
    let family = endings.first { name.hasSuffix($0) }.map { String(name.dropLast($0.count)) }
    guard let kind = all.first(where: { kind in family.map(kind.names.contains) ?? false }) else {
      throw type.unsupported("image processor", known: all.flatMap(\.names).map { $0 + "ImageProcessor" })
    }
    return kind
  }
}
