/// The encoder that comes with Assay, `assay-default-1`: hashed text features and a small convolutional network,
/// both read from one weights file, in one space of 256 dimensions.
///
/// `Assets/Tools/encoder/FORMAT.md` specifies it exactly; outputs agree with the training tool's to 1e-5 per
/// component for text and 1e-4 for pictures. A value: it holds weights only, shares nothing and may be used from any
/// thread. One call uses one core.
package struct DefaultEncoder: Encoder {
  /// Who the encoder is; the fingerprint joins the SHA-256 of the two towers, text first, by a hyphen.
  package let card: EncoderCard
  /// The part that encodes pictures.
  package let imageTower: ImageTower
  private let textTower: TextTower

  /// Reads the weights.
  /// - Parameters:
  ///   - model: the bytes of a weights file.
  ///   - path: where they come from, for messages.
  /// - Throws: `EncoderError.malformedModel` when the bytes are not an encoder of this kind.
  /// - Complexity: O(bytes); they are copied, so `model` may be released afterwards.
  package init(model: [UInt8], path: String) throws(EncoderError) {
    let file = try SafetensorsFile(model, path: path)
    try DefaultEncoderLayout.check(file)
    let reader = DefaultEncoderReader(file: file)
    card = try reader.card()
    textTower = try reader.textTower()
    imageTower = try reader.imageTower()
  }

  package func encode(query: String) -> [Float] {
    textTower.vector(of: query)
  }

  package func encode(item: ItemText) -> [Float] {
    textTower.vector(of: item)
  }

  package func encode(picture: PixelImage) -> [Float] {
    imageTower.vector(of: picture)
  }
}
