extension PicturePreprocessing {
  /// Reads the picture's part of an `open_clip_config.json`.
  /// - Parameters:
  ///   - json: the bytes of the file.
  ///   - path: where they come from, for messages.
  /// - Throws: `EncoderError.malformedModel` that names what is missing or unknown.
  package init(openCLIP json: [UInt8], path: String) throws(EncoderError) {
    let file = try ConfigurationPart(json: json, path: path)
    let part = try file.required("preprocess_cfg")
    // open_clip lets the model's own size win.
    guard let size = file["model_cfg"]?["vision_cfg"]?["image_size"] ?? part["size"] else {
      throw file.mistake(
        "has no image size, neither in model_cfg.vision_cfg.image_size nor in preprocess_cfg.size")
    }
    self = try Self.openCLIP(part, size: size)
  }

  /// The transforms that open_clip puts together from its words.
  static func openCLIP(
    _ part: ConfigurationPart, size: ConfigurationPart
  ) throws(EncoderError) -> PicturePreprocessing {
    if let mode = part["mode"], try mode.string() != "RGB" { throw mode.unexpected("\"RGB\"") }
    let size = try rectangle(size)
    let mean = try (part["mean"] ?? part["image_mean"])?.channels() ?? PictureProcessorKind.clipMean
    let deviation = try (part["std"] ?? part["image_std"])?.deviations() ?? PictureProcessorKind.clipDeviation
    let filter = try interpolation(part)
    let mode = try part.string("resize_mode") ?? "shortest"
    let fill = try part["fill_color"]?.channels() ?? [0, 0, 0]
    return PicturePreprocessing(
      size: size, filter: filter, scaling: try scaling(mode, to: size, part), placement: .centredEven,
      // Only what is fitted in is filled up with the colour; a crop beyond the edge is black.
      fill: mode == "longest" ? fill.map { UInt8(max(0, min(255, $0))) } : [0, 0, 0], factor: 1 / 255,
      mean: mean.map { Float($0) }, deviation: deviation.map { Float($0) })
  }

  private static func interpolation(_ part: ConfigurationPart) throws(EncoderError) -> ResizeFilter {
    guard let interpolation = part["interpolation"] else { return .bicubic }
    // "random" chooses in training only.
    if try interpolation.string() == "random" { return .bicubic }
    return try ResizeFilter(interpolation)
  }

  private static func scaling(
    _ mode: String, to size: Size, _ part: ConfigurationPart
  ) throws(EncoderError) -> PictureScaling {
    switch mode {
    case "squash": return .exact(width: size.width, height: size.height)
    case "longest": return .proportional(width: size.width, height: size.height, fitting: true)
    case "shortest" where size.width == size.height: return .shortestEdge(size.width)
    case "shortest": return .proportional(width: size.width, height: size.height, fitting: false)
    default:
      throw part.mistake("has the resize_mode \"\(mode)\" where squash, shortest or longest is expected")
    }
  }

  /// One number for both sides, or height and width.
  private static func rectangle(_ part: ConfigurationPart) throws(EncoderError) -> Size {
    guard part.isList else {
      let side = try part.int(in: 1...4_096)
      return Size(width: side, height: side)
    }
    let sides = try part.elements()
    guard sides.count == 2 else { throw part.unexpected("a number or a height and a width") }
    return Size(width: try sides[1].int(in: 1...4_096), height: try sides[0].int(in: 1...4_096))
  }
}
