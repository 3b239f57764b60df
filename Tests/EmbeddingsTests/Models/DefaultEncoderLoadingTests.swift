import Embeddings
import Testing

@Suite struct DefaultEncoderLoadingTests {
  @Test func cardComesFromTheMetadata() throws {
    let encoder = try DefaultEncoder(model: try model().bytes(), path: "m")
    #expect(encoder.card.id == "assay-default-1")
    #expect(encoder.card.dimensions == [16, 32, 64, 128, 256])
    let hashes = [String(repeating: "a", count: 64), String(repeating: "0", count: 64)]
    #expect(encoder.card.fingerprint == hashes.joined(separator: "-"))
  }

  @Test(arguments: [
    ("format", "assay-encoder/2"), ("text.hash", "murmur"), ("text.buckets", "16384"), ("image.size", "128"),
    ("image.resample", "bicubic"), ("text.normalisation", "none"), ("encoder.dimensions", "512"),
    ("encoder.matryoshka", "16,256,32"), ("encoder.matryoshka", "16,32"), ("encoder.matryoshka", "x,256"),
    ("image.mean", "0.5,0.5"), ("image.mean", "0.5,,0.5"), ("image.std", "0.5,0,0.5"),
    ("image.std", "1,nan,1"),
    ("text.sha256", "abc"), ("image.sha256", String(repeating: "G", count: 64)),
  ]) func otherMetadataIsRefusedByName(key: String, value: String) throws {
    var changed = try model()
    changed.metadata[key] = value
    try expectRefusal(of: changed, because: "metadata \(key)")
    changed.metadata[key] = nil
    try expectRefusal(of: changed, because: "metadata \(key) is missing")
  }

  @Test func otherTensorsAreRefusedByName() throws {
    var extra = try model()
    extra.add("image.conv8.bias", shape: [1], values: [0])
    try expectRefusal(of: extra, because: "tensor image.conv8.bias is not part of")
    var renamed = try model()
    renamed.tensors.removeAll { $0.name == "text.role_weights" }
    try expectRefusal(of: renamed, because: "tensor text.role_weights is missing")
    var retyped = try model()
    retyped.tensors.removeAll { $0.name == "text.kind_weights" }
    retyped.addZeros("text.kind_weights", type: "F16", shape: [3], elementBytes: 2)
    try expectRefusal(of: retyped, because: "tensor text.kind_weights is F16 [3] where F32 [3]")
  }

  @Test func valuesThatAreNotFiniteAreRefused() throws {
    var infinite = try model()
    infinite.tensors.removeAll { $0.name == "image.conv3.bias" }
    infinite.add("image.conv3.bias", shape: [40], values: [Float](repeating: 0, count: 39) + [.nan])
    try expectRefusal(
      of: infinite, because: "tensor image.conv3.bias has a value that is not a finite number")
    var table = try model()
    let index = try #require(table.tensors.firstIndex { $0.name == "text.table" })
    table.tensors[index].bytes[1001] = 0x7c
    try expectRefusal(of: table, because: "tensor text.table has a value that is not a finite number")
  }

  private func expectRefusal(of model: SafetensorsBuilder, because complaint: String) throws {
    let bytes = try model.bytes()
    let error = #expect(throws: EncoderError.self) { try DefaultEncoder(model: bytes, path: "m") }
    #expect(error?.description.contains(complaint) == true, "\(error?.description ?? "")")
  }

  /// A complete model whose weights are all zero.
  private func model() throws -> SafetensorsBuilder {
    var builder = SafetensorsBuilder(metadata: [
      "format": "assay-encoder/1", "encoder.id": "assay-default-1", "encoder.version": "1",
      "encoder.dimensions": "256", "encoder.matryoshka": "16,32,64,128,256", "encoder.text_share": "0.5",
      "text.normalisation": "nfd-strip_mn-lower/1", "text.features": "word,gram3-4,bigram/1",
      "text.hash": "fnv1a64-fold32", "text.buckets": "32768", "text.width": "96", "text.max_words": "512",
      "text.max_scalars": "32", "text.roles": "title,brand,category,text", "image.size": "96",
      "image.resample": "area-letterbox/1", "image.mean": "0.5,0.5,0.5", "image.std": "0.2,0.2,0.2",
      "text.sha256": String(repeating: "a", count: 64), "image.sha256": String(repeating: "0", count: 64),
    ])
    builder.addZeros("text.table", type: "F16", shape: [32768, 96], elementBytes: 2)
    var shapes: [String: [Int]] = [
      "text.kind_weights": [3], "text.role_weights": [4], "image.embed.weight": [256, 376],
      "image.embed.bias": [256],
    ]
    for (tower, width) in [("text", 96), ("image", 256)] {
      shapes["\(tower).head.output.weight"] = [256, 256]
      for layer in ["linear", "hidden"] {
        shapes["\(tower).head.\(layer).weight"] = [256, width]
        shapes["\(tower).head.\(layer).bias"] = [256]
      }
    }
    let channels = [3, 24, 40, 40, 80, 80, 128, 128]
    for layer in 1...7 {
      shapes["image.conv\(layer).weight"] = [channels[layer], channels[layer - 1], 3, 3]
      shapes["image.conv\(layer).bias"] = [channels[layer]]
    }
    for (name, shape) in shapes { builder.addZeros(name, type: "F32", shape: shape, elementBytes: 4) }
    return builder
  }
}
