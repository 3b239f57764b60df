/// What a weights file must be for `DefaultEncoder` to read it: `Assets/Tools/encoder/FORMAT.md`, section 4.
enum DefaultEncoderLayout {
  /// Components of an untruncated vector.
  static let dimensions = 256

  /// Metadata whose values the code relies on.
  static let metadata = [
    ("format", "assay-encoder/1"),
    ("encoder.dimensions", "\(dimensions)"),
    ("text.normalisation", "nfd-strip_mn-lower/1"),
    ("text.features", "word,gram3-4,bigram/1"),
    ("text.hash", "fnv1a64-fold32"),
    ("text.buckets", "\(FeatureHash.buckets)"),
    ("text.width", "\(TextTower.width)"),
    ("text.max_words", "\(WordReader.maximumWords)"),
    ("text.max_scalars", "\(Word.maximumScalars)"),
    ("text.roles", "title,brand,category,text"),
    ("image.size", "\(ImageTower.size)"),
    ("image.resample", "area-letterbox/1"),
  ]

  /// Every tensor's shape by its name; `text.table` is float16, all others float32.
  static let shapes: [String: [Int]] = {
    var shapes = [
      "text.table": [FeatureHash.buckets, TextTower.width],
      "text.kind_weights": [3],
      "text.role_weights": [4],
      "image.embed.weight": [dimensions, ImageTower.pooledCount],
      "image.embed.bias": [dimensions],
    ]
    for (tower, width) in [("text", TextTower.width), ("image", dimensions)] {
      for layer in ["linear", "hidden"] {
        shapes["\(tower).head.\(layer).weight"] = [dimensions, width]
        shapes["\(tower).head.\(layer).bias"] = [dimensions]
      }
      shapes["\(tower).head.output.weight"] = [dimensions, dimensions]
    }
    for (index, shape) in ImageTower.shapes.enumerated() {
      shapes["image.conv\(index + 1).weight"] = [shape.outputs, shape.inputs, 3, 3]
      shapes["image.conv\(index + 1).bias"] = [shape.outputs]
    }
    return shapes
  }()

  /// Checks everything but the weights' values.
  /// - Throws: `EncoderError.malformedModel` that names the metadata key or tensor at fault.
  static func check(_ file: SafetensorsFile) throws(EncoderError) {
    for (key, value) in metadata {
      let found = try string(key, in: file)
      guard found == value else {
        throw file.mistake("metadata \(key) is \(found) where this version of assay reads \(value)")
      }
    }
    for name in file.tensors.keys.sorted() where shapes[name] == nil {
      throw file.mistake("tensor \(name) is not part of an assay-encoder/1 file")
    }
  }

  /// A metadata value that must be there.
  static func string(_ key: String, in file: SafetensorsFile) throws(EncoderError) -> String {
    guard let value = file.metadata[key] else { throw file.mistake("metadata \(key) is missing") }
    return value
  }
}

extension SafetensorsFile {
  /// An error about this file.
  func mistake(_ reason: String) -> EncoderError {
    .malformedModel(path: path, reason: reason)
  }
}
