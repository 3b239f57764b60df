/// A query's text, cut at its quotation marks.
///
/// `"` opens a phrase at the start of a word and the next one closes it, so that `12" monitor` has no phrase;
/// a mark without a partner is a space. `“` and `”` do the same.
struct QueryText {
  /// A part of the text.
  struct Part: Hashable {
    let text: String
    let isPhrase: Bool
  }

  /// The parts in order.
  let parts: [Part]

  /// Cuts a text.
  init(_ text: String) {
    var parts: [Part] = []
    var plain = ""
    var rest = Substring(text)
    while let character = rest.popFirst() {
      let opens = Self.isMark(character) && (plain.last.map { !Self.isWord($0) } ?? true)
      guard opens, let end = rest.firstIndex(where: Self.isMark) else {
        plain.append(character)
        continue
      }
      parts.append(Part(text: plain, isPhrase: false))
      parts.append(Part(text: String(rest[..<end]), isPhrase: true))
      plain = ""
      rest = rest[rest.index(after: end)...]
    }
    self.parts = (parts + [Part(text: plain, isPhrase: false)]).filter { !$0.text.isEmpty }
  }

  private static func isMark(_ character: Character) -> Bool {
    character == "\"" || character == "“" || character == "”"
  }

  private static func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }
}
