extension QueryReader {
  /// Reads a phrase or quoted value.
  mutating func readQuoted() throws(QueryError) -> String {
    let start = scanner.position
    let (text, isClosed) = scanner.quoted()
    guard isClosed || isTyping else {
      throw error(start..<scanner.position, "the quote is not closed: add \" where it ends, or leave it out")
    }
    return text
  }

  /// Reads the words and phrases in parentheses after a weight.
  mutating func readGroup(_ lead: QueryLead) throws(QueryError) -> [TextUnit] {
    scanner.position = lead.bodyStart + 1
    var units: [TextUnit] = []
    while true {
      scanner.skipBlanks()
      let start = scanner.position
      guard let scalar = scanner[start] else {
        if isTyping { return units }
        throw error(lead.bodyStart..<start, "the parenthesis is not closed: add ) where the weight ends")
      }
      if scalar == ")" {
        scanner.position += 1
        return units
      }
      if scalar == "\"" {
        let text = try readQuoted()
        if !isEmpty(text) { units.append(.phrase(text)) }
        continue
      }
      let lead = QueryLead(scanner, fields: fields, isTyping: false)
      let word = scanner.bare(until: [")"])
      guard lead.isWord(before: ")", in: scanner), word != "+", word != "-" else {
        throw error(start..<scanner.position, "only words and phrases stand in parentheses: put this outside")
      }
      units.append(.word(word))
    }
  }

  /// Reads the value of `image:`, `like:` or `id:` and adds the part.
  mutating func takeSource(
    _ source: QueryLead.Source, lead: QueryLead, from start: Int
  ) throws(QueryError) {
    scanner.position = lead.bodyStart
    let value = scanner[lead.bodyStart] == "\"" ? try readQuoted() : scanner.bare()
    guard !isEmpty(value) else {
      if isTyping, scanner.isAtEnd { return try add(nil, lead: lead, from: start) }
      throw error(
        lead.bodyStart..<scanner.position,
        source == .image ? "a path is missing: image:photo.jpg" : "an id is missing: \(source.rawValue):123")
    }
    switch source {
    case .image: try add(.picture(path: value), lead: lead, from: start)
    case .like: try add(.like(identifier: value), lead: lead, from: start)
    case .id:
      if let weight = lead.weight {
        throw error(
          weight.lowerBound..<lead.bodyStart, "id: names one item and takes no weight: write id:\(value)")
      }
      try add(.item(identifier: value), lead: lead, from: start)
    }
  }

  /// Whether nothing can be looked for by a text.
  func isEmpty(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }

  /// Reads the values of a filter and adds it; the text around it goes on.
  mutating func takeFilter(
    _ field: FilterField, lead: QueryLead, from start: Int
  ) throws(QueryError) {
    if let weight = lead.weight {
      throw error(weight, "a filter lets items through or not and takes no weight: leave it out")
    }
    var isNegated = lead.isNegative ?? false
    if pending != nil { isNegated = takePending() }
    scanner.position = lead.bodyStart
    var values = FilterValueReader(field: field, scanner: scanner, isTyping: isTyping)
    let conditions = try values.read()
    scanner.position = values.scanner.position
    guard !conditions.isEmpty else { return }
    guard filters.count < QueryParser.partLimit else {
      throw error(start..<scanner.position, "more than \(QueryParser.partLimit) filters: leave some out")
    }
    filters.append(QueryFilter(field, conditions, isNegated: isNegated))
  }
}
