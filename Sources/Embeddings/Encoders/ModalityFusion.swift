/// How an item's text and picture become what queries are compared with.
package enum ModalityFusion: String, CaseIterable, Hashable, Sendable {
  /// The encoder gives each a vector; a weighted sum of both is compared, its weights chosen at query time.
  case late
  /// The encoder reads both together and gives one vector.
  case early
}
