/// A key as TOML compares it: by bytes, not by canonical equivalence as `String` does.
struct TOMLKey: Hashable {
  private let bytes: [UInt8]

  init(_ text: String) {
    bytes = Array(text.utf8)
  }
}
