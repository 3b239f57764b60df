/// What was measured of one key.
struct BenchSample {
  let kind: BenchKind
  /// From the key to the last byte that changed the text of the frame; `nil` when the frame shows the same text.
  let text: Double?
  /// From the key to the last byte of the last picture; `nil` when none was painted.
  let pictures: Double?
  /// From the key of a decision to the status line that says it is saved.
  let saved: Double?
  /// Whether a picture was painted that had never been before.
  let isFirstSight: Bool
  let textBytes: Int
  let pictureBytes: Int
  let pictureCount: Int
  /// Pictures that were painted after the key's text.
  let laterPictureCount: Int
}
