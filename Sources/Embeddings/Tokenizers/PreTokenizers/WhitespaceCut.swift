/// Pieces between white space.
struct WhitespaceCut: PreTokenizer {
  static let name = "WhitespaceSplit"

  init(_ part: ConfigurationPart) {}

  func cut(_ pieces: Pieces) -> Pieces {
    pieces.cut(at: ClassPattern { $0.isSpace }, .removed)
  }
}
