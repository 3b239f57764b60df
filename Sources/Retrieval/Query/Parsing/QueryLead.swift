/// How a token of a query begins, which decides what it is; the same wherever in the query it stands.
struct QueryLead {
  /// What follows sign and weight.
  enum Body {
    /// A quote.
    case phrase
    /// A parenthesis after a weight.
    case group
    /// `image:`, `like:` or `id:` with a value.
    case source(Source)
    /// The name of a field with a value.
    case filter(FilterField)
    /// A name whose value is still to be typed, at the text's end.
    case unfinished
    /// Nothing of this: the whole token is a word.
    case word
  }

  /// The prefixes that name a vector or an item.
  enum Source: String, CaseIterable {
    case image, like, id
  }

  /// Whether a sign stands directly before the body, and which.
  var isNegative: Bool?
  /// The number before `*`.
  var weight: Range<Int>?
  /// Where a name would begin: behind sign and weight.
  let nameStart: Int
  /// Where the body begins: at the quote or parenthesis, or at the value.
  var bodyStart: Int
  var body: Body

  /// Looks at the token that begins where the scanner is.
  init(_ scanner: QueryScanner, fields: FilterFields, isTyping: Bool) {
    var place = scanner.position
    if let sign = scanner[place], sign == "-" || sign == "+" {
      isNegative = sign == "-"
      place += 1
    }
    if let end = scanner.endOfNumber(from: place), scanner[end] == "*" {
      weight = place..<end
      place = end + 1
    }
    nameStart = place
    bodyStart = place
    body = .word
    if scanner[place] == "\"" {
      body = .phrase
    } else if scanner[place] == "(", weight != nil {
      body = .group
    } else if let (name, valueStart) = scanner.name(at: place) {
      let named = Self.body(named: name, fields: fields)
      if !scanner.isBlank(at: valueStart) {
        body = named
      } else if isTyping, valueStart == scanner.scalars.count, case .word = named {
        body = .word
      } else if isTyping, valueStart == scanner.scalars.count {
        body = .unfinished
      }
      bodyStart = valueStart
    }
    if case .word = body { (isNegative, weight, bodyStart) = (nil, nil, scanner.position) }
  }

  /// Whether the token is a word when `end`, like a blank, ends it.
  func isWord(before end: Unicode.Scalar, in scanner: QueryScanner) -> Bool {
    switch body {
    case .word: true
    case .source, .filter: scanner[bodyStart] == end
    case .phrase, .group, .unfinished: false
    }
  }

  /// What a name with a value behind its colon is.
  static func body(named name: String, fields: FilterFields) -> Body {
    if let source = Source(rawValue: name.lowercased()) { return .source(source) }
    return fields[name].map(Body.filter) ?? .word
  }
}
