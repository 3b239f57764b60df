/// What stands at the end of a text that is being typed, and what it may be completed to.
package struct CompletionPlace: Hashable, Sendable {
  /// What is being written.
  package enum Kind: Hashable, Sendable {
    /// A word, which may be the beginning of a name that a colon follows: a field, `image:`, `like:`, `id:`.
    case name
    /// A value of a field.
    case value(FilterField)
    /// The id of an item.
    case item
    /// The path of a picture.
    case picture
  }

  /// What is being written.
  package let kind: Kind
  /// As much of it as is there, without an opening quote.
  package let typed: String
  /// The Unicode scalars it takes, an opening quote included; they end where the text does.
  package let range: Range<Int>
}

extension QueryParser {
  /// What stands at the end of a text, the query up to the cursor.
  ///
  /// `nil` when nothing that could be completed is written there: inside a phrase or a group.
  /// - Complexity: O(text).
  package func completionPlace(atEndOf text: String) -> CompletionPlace? {
    guard text.utf8.count <= Self.lengthLimit else { return nil }
    var scanner = QueryScanner(text)
    while true {
      scanner.skipBlanks()
      let place = place(in: &scanner)
      if scanner.isAtEnd { return place }
    }
  }

  /// Reads a token; returns what is written in it when the text ends with it.
  private func place(in scanner: inout QueryScanner) -> CompletionPlace? {
    let lead = QueryLead(scanner, fields: fields, isTyping: true)
    switch lead.body {
    case .word:
      _ = scanner.bare()
      return CompletionPlace(.name, from: lead.nameStart, in: scanner)
    case .phrase:
      scanner.position = lead.bodyStart
      _ = scanner.quoted()
      return nil
    case .group:
      scanner.position = lead.bodyStart
      // Only words and phrases stand in there.
      while !scanner.isAtEnd, scanner.scalars[scanner.position] != ")" {
        if scanner.scalars[scanner.position] == "\"" { _ = scanner.quoted() } else { scanner.position += 1 }
      }
      if !scanner.isAtEnd { scanner.position += 1 }
      return nil
    case .source(let source): return value(source.kind, in: &scanner, from: lead.bodyStart, endsAt: [])
    case .filter(let field): return value(.value(field), in: &scanner, from: lead.bodyStart, endsAt: [","])
    case .unfinished:
      scanner.position = lead.bodyStart
      guard let name = scanner.name(at: lead.nameStart)?.name else { return nil }
      switch QueryLead.body(named: name, fields: fields) {
      case .source(let source): return CompletionPlace(source.kind, from: lead.bodyStart, in: scanner)
      case .filter(let field): return CompletionPlace(.value(field), from: lead.bodyStart, in: scanner)
      default: return nil
      }
    }
  }

  /// Reads a value, or values between `ends`; the last one is what is written.
  private func value(
    _ kind: CompletionPlace.Kind, in scanner: inout QueryScanner, from start: Int,
    endsAt ends: Set<Unicode.Scalar>
  ) -> CompletionPlace? {
    scanner.position = start
    while true {
      let start = scanner.position
      if scanner[start] == "\"" {
        let (text, isClosed) = scanner.quoted()
        if scanner.isAtEnd {
          return isClosed ? nil : CompletionPlace(kind, typed: text, range: start..<scanner.position)
        }
      } else {
        _ = scanner.bare(until: ends)
        if scanner.isAtEnd { return CompletionPlace(kind, from: start, in: scanner) }
      }
      guard let next = scanner[scanner.position], ends.contains(next) else { return nil }
      scanner.position += 1
    }
  }
}

extension CompletionPlace {
  /// What is written bare, from a place to the end.
  fileprivate init(_ kind: Kind, from start: Int, in scanner: QueryScanner) {
    self.init(kind, typed: scanner.text(start..<scanner.scalars.count), range: start..<scanner.scalars.count)
  }

  fileprivate init(_ kind: Kind, typed: String, range: Range<Int>) {
    self.kind = kind
    self.typed = typed
    self.range = range
  }
}

extension QueryLead.Source {
  /// What its value is.
  fileprivate var kind: CompletionPlace.Kind {
    switch self {
    case .image: .picture
    case .like, .id: .item
    }
  }
}
