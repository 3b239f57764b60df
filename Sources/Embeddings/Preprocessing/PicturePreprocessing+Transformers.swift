extension PicturePreprocessing {
  /// Reads a `preprocessor_config.json` in any of the spellings of transformers' image processors.
  ///
  /// What a file leaves out is what its processor assumes. Anything that would change pictures and is not known is
  /// refused by name, never guessed.
  /// - Parameters:
  ///   - json: the bytes of the file.
  ///   - path: where they come from, for messages.
  /// - Throws: `EncoderError.malformedModel`.
  package init(json: [UInt8], path: String) throws(EncoderError) {
    let file = try ConfigurationPart(json: json, path: path)
    // jina-clip's own processor has the words of open_clip.
    if file["resize_mode"] != nil {
      self = try Self.openCLIP(file, size: file.required("size"))
    } else {
      try self.init(PictureProcessorReader(file))
    }
  }

  private init(_ reader: PictureProcessorReader) throws(EncoderError) {
    let (scaling, size) = try reader.geometry()
    self.scaling = scaling
    self.size = size
    filter = try reader.filter()
    placement = .centredDown
    fill = [0, 0, 0]
    factor = try reader.factor()
    (mean, deviation) = try reader.normalization()
  }
}

/// Reads a `preprocessor_config.json` member by member.
struct PictureProcessorReader {
  private let file: ConfigurationPart
  private let kind: PictureProcessorKind?

  /// The steps that are known; another one that is switched on is refused.
  private static let steps = ["do_resize", "do_center_crop", "do_rescale", "do_normalize", "do_convert_rgb"]
  private static let largestSide = 4_096

  init(_ file: ConfigurationPart) throws(EncoderError) {
    self.file = file
    kind = try PictureProcessorKind.read(file)
    for name in file.memberNames where name.hasPrefix("do_") && !Self.steps.contains(name) {
      if try file.bool(name, standard: false) {
        throw file.mistake("asks for \(name), which is not supported")
      }
    }
  }

  /// What the member or the processor says; refused when neither does.
  private func known<Value>(
    _ name: String, _ standard: Value?, _ read: (ConfigurationPart) throws(EncoderError) -> Value
  ) throws(EncoderError) -> Value {
    if let part = file[name] { return try read(part) }
    guard let standard else {
      throw file.mistake("has neither \(name) nor an image_processor_type that would tell it")
    }
    return standard
  }

  /// How pixels between pixels are made.
  func filter() throws(EncoderError) -> ResizeFilter {
    guard try file.bool("do_resize", standard: true) else { return .nearest }
    return try known("resample", kind?.filter) { part throws(EncoderError) in try ResizeFilter(part) }
  }

  /// What a byte is multiplied by.
  func factor() throws(EncoderError) -> Double {
    guard try file.bool("do_rescale", standard: true) else { return 1 }
    return try file["rescale_factor"]?.number() ?? 1 / 255
  }

  /// Mean and deviation per channel.
  func normalization() throws(EncoderError) -> (mean: [Float], deviation: [Float]) {
    guard try file.bool("do_normalize", standard: true) else { return ([0, 0, 0], [1, 1, 1]) }
    return (
      try known("image_mean", kind?.mean) { part throws(EncoderError) in try part.channels() }.map {
        Float($0)
      },
      try known("image_std", kind?.deviation) { part throws(EncoderError) in try part.deviations() }.map {
        Float($0)
      }
    )
  }

  /// To what extent pictures are scaled and to which size they are cut.
  func geometry() throws(EncoderError) -> (PictureScaling, PicturePreprocessing.Size) {
    let crop = try cropSize()
    guard try file.bool("do_resize", standard: true) else {
      guard let crop else {
        throw file.mistake("neither resizes nor crops, so that pictures keep many sizes")
      }
      return (.none, crop)
    }
    let scaling = try scaling()
    if let crop { return (scaling.withoutCrop, scaling.crop ?? crop) }
    if let crop = scaling.crop { return (scaling.withoutCrop, crop) }
    guard case .exact(let width, let height) = scaling.withoutCrop else {
      throw file.mistake(
        "keeps the proportions (shortest_edge) without a crop, so that pictures have many sizes")
    }
    return (scaling.withoutCrop, PicturePreprocessing.Size(width: width, height: height))
  }

  /// The crop that the file asks for.
  private func cropSize() throws(EncoderError) -> PicturePreprocessing.Size? {
    guard try file.bool("do_center_crop", standard: kind?.crop != nil) else { return nil }
    // Processors that never crop pass the wish over.
    if let kind, kind.crop == nil { return nil }
    return try known("crop_size", kind?.crop.map { PicturePreprocessing.Size(width: $0, height: $0) }) {
      part throws(EncoderError) in
      if part["height"] != nil || part["width"] != nil { return try Self.rectangle(part) }
      let side = try (part["shortest_edge"] ?? part).int(in: 1...Self.largestSide)
      return PicturePreprocessing.Size(width: side, height: side)
    }
  }

  private typealias Scaling = (withoutCrop: PictureScaling, crop: PicturePreprocessing.Size?)

  private func scaling() throws(EncoderError) -> Scaling {
    let fallback = kind?.size
    guard let part = file["size"] else {
      guard let fallback else {
        throw file.mistake("has neither a size nor an image_processor_type that would tell it")
      }
      return try single(fallback, file)
    }
    guard part.isObject else { return try single(part.int(in: 1...Self.largestSide), part) }
    if part.memberNames == ["shortest_edge"] {
      let edge = try part.required("shortest_edge").int(in: 1...Self.largestSide)
      if case .convNext = kind?.singleSize { return try single(edge, part) }
      return (.shortestEdge(edge), nil)
    }
    let size = try Self.rectangle(part)
    return (.exact(width: size.width, height: size.height), nil)
  }

  /// What a single number means depends on the processor.
  private func single(_ side: Int, _ part: ConfigurationPart) throws(EncoderError) -> Scaling {
    switch kind?.singleSize {
    case nil:
      throw part.mistake(
        "is one number, and no image_processor_type tells whether it is both sides or the shorter")
    case .square: return (.exact(width: side, height: side), nil)
    case .shortestEdge: return (.shortestEdge(side), nil)
    case .convNext where side >= 384: return (.exact(width: side, height: side), nil)
    case .convNext:
      let share = try file["crop_pct"]?.number() ?? 224.0 / 256
      guard share > 0, share <= 1 else {
        throw file.mistake("has the crop_pct \(share), not a share up to 1")
      }
      return (.shortestEdge(Int(Double(side) / share)), PicturePreprocessing.Size(width: side, height: side))
    }
  }

  private static func rectangle(_ part: ConfigurationPart) throws(EncoderError) -> PicturePreprocessing.Size {
    guard Set(part.memberNames) == ["height", "width"] else {
      throw part.unexpected("a number, {\"height\", \"width\"} or {\"shortest_edge\"}")
    }
    return PicturePreprocessing.Size(
      width: try part.required("width").int(in: 1...largestSide),
      height: try part.required("height").int(in: 1...largestSide))
  }
}

extension ConfigurationPart {
  /// Three numbers for red, green and blue; a single one counts for all.
  func channels() throws(EncoderError) -> [Double] {
    guard isList else { return Array(repeating: try number(), count: 3) }
    var numbers: [Double] = []
    for element in try elements() { numbers.append(try element.number()) }
    guard numbers.count == 3 else { throw unexpected("three numbers, for red, green and blue") }
    return numbers
  }

  /// Like `channels`, each above zero.
  func deviations() throws(EncoderError) -> [Double] {
    let numbers = try channels()
    guard numbers.allSatisfy({ Float($0) > 0 }) else { throw unexpected("numbers above zero") }
    return numbers
  }
}
