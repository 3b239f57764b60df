internal import Embeddings

/// The first layer of a vision transformer.
///
/// A square picture is cut into squares, each turned into a token by the same linear map. Dosovitskiy et al. 2021.
struct PicturePatches: Sendable {
  /// Width and height of a picture in pixels.
  let size: Int
  private let patch: Int
  private let hasBias: Bool

  init(_ section: ConfigurationSection, size: Int, patch: Int, hasBias: Bool) throws(EncoderError) {
    self.size = try section.count("image_size", default: size)
    self.patch = try section.count("patch_size", default: patch)
    self.hasBias = hasBias
    guard try section.count("num_channels", default: 3) == 3 else {
      throw section.unsupported("num_channels", supported: "3 is")
    }
    guard self.patch <= self.size else {
      throw section.unsupported("patch_size", supported: "it must not exceed image_size (\(self.size))")
    }
  }

  /// How many squares a picture has.
  var count: Int { (size / patch) * (size / patch) }

  /// The input of the pixels, channels first.
  func parameter(in graph: inout GraphBuilder) -> GraphValue {
    graph.parameter("pixel_values", element: .f32, shape: [-1, 3, size, size])
  }

  /// The tokens, `[batch, count, width]`, row by row of the picture.
  func write(
    _ pixels: GraphValue, width: Int, into graph: inout GraphBuilder
  ) throws(EncoderError) -> GraphValue {
    let prefix = "vision_model.embeddings.patch_embedding"
    let kernel = try graph.weight(prefix + ".weight", [width, 3, patch, patch])
    let squares = graph.convolution(pixels, kernel, stride: patch)
    let tokens = graph.transpose(graph.reshape(squares, [0, width, -1]), [0, 2, 1])
    return hasBias ? graph.add(tokens, try graph.weight(prefix + ".bias", [width])) : tokens
  }
}
