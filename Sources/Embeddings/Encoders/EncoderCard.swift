/// Who an encoder is, and how it likes to be asked.
package struct EncoderCard: Hashable, Sendable {
  /// The name and version, such as `assay-default-1`.
  package let id: String
  /// SHA-256 of everything that determines the vectors, in lower-case hex.
  ///
  /// Vectors of different fingerprints must never be compared.
  package let fingerprint: String
  /// The prefix lengths that vectors may be cut to, ascending; the last is the full length.
  package let dimensions: [Int]
  /// What the encoder takes.
  package let modalities: Set<Modality>
  /// Whether an item's text and picture are encoded together or apart.
  package let fusion: ModalityFusion
  /// How many items to hand over at once; 1 asks for calls from all cores, one item each.
  package let batch: Int
  /// Whether the encoder was trained for the lengths below the full one; cutting other vectors costs more than it seems.
  package let isMatryoshka: Bool

  /// Makes a card.
  /// - Precondition: `dimensions` is not empty and `batch` is positive.
  package init(
    id: String, fingerprint: String, dimensions: [Int], modalities: Set<Modality> = [.text, .picture],
    fusion: ModalityFusion = .late, batch: Int = 1, isMatryoshka: Bool = true
  ) {
    precondition(!dimensions.isEmpty, "an encoder declares at least one length")
    precondition(batch > 0, "a batch of \(batch)")
    self.id = id
    self.fingerprint = fingerprint
    self.dimensions = dimensions
    self.modalities = modalities
    self.fusion = fusion
    self.batch = batch
    self.isMatryoshka = isMatryoshka
  }

  /// Whether vectors of both may be compared and stored together: what made them is the same, however it is asked.
  package func makesSameVectors(as other: EncoderCard) -> Bool {
    id == other.id && fingerprint == other.fingerprint && dimensions == other.dimensions
  }
}
