/// The ids in TREC lines that `TRECToken` could not spell as they are.
package struct TRECEscapes: Hashable, Sendable {
  /// How many different ones there are.
  package private(set) var count = 0
  /// The first of them, and how it is spelled.
  package private(set) var first: Spelling?

  /// An id beside its spelling.
  package struct Spelling: Hashable, Sendable {
    /// The id.
    package let id: String
    /// How it stands in the lines.
    package let token: String
  }

  /// Looks for spelled ids in lines whose columns are separated by single blanks.
  /// - Complexity: O(bytes).
  package init(in text: String) {
    let (percent, equals) = (UInt8(ascii: "%"), UInt8(ascii: "="))
    let isEnd = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") }
    var seen: Set<DocumentID> = []
    var text = text
    let found: [Spelling] = text.withUTF8 { bytes in
      var found: [Spelling] = []
      var index = 0
      while index + 1 < bytes.count {
        guard bytes[index] == percent, bytes[index + 1] == equals,
          index == 0 || isEnd(bytes[index - 1])
        else {
          index += 1
          continue
        }
        let token = bytes[index...].prefix { !isEnd($0) }
        let spelled = String(decoding: token, as: UTF8.self)
        index += token.count
        let id = TRECToken.decode(Substring(spelled))
        if !id.utf8.elementsEqual(spelled.utf8), seen.insert(DocumentID(spelled)).inserted {
          found.append(Spelling(id: id, token: spelled))
        }
      }
      return found
    }
    count = found.count
    first = found.first
  }
}
