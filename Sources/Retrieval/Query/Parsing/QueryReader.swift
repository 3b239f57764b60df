/// One reading of a query from its start to its end.
struct QueryReader {
  let source: String
  let fields: FilterFields
  let isTyping: Bool
  var scanner: QueryScanner

  private var parts: [QueryPart] = []
  private var places: [Range<Int>] = []
  var filters: [QueryFilter] = []
  private var hints: [QueryHint] = []
  /// How many words were looked at for hints; looking is costly and the rest of a long text is no query.
  private var wordsDoubted = 0
  private var endsInWord = false
  /// The text that further words and phrases join, its sign and place.
  private var run: (units: [TextUnit], isNegative: Bool, place: Range<Int>)?
  /// A sign between blanks whose part has not come yet.
  var pending: (isNegative: Bool, place: Int)?

  init(_ source: String, fields: FilterFields, isTyping: Bool) {
    self.source = source
    self.fields = fields
    self.isTyping = isTyping
    scanner = QueryScanner(source)
  }

  /// Reads everything.
  mutating func read() throws(QueryError) -> ParsedQuery {
    scanner.skipBlanks()
    while !scanner.isAtEnd {
      try readToken()
      scanner.skipBlanks()
    }
    try closeRun()
    if let pending, !isTyping {
      throw error(
        pending.place..<pending.place + 1,
        "nothing follows '\(scanner.scalars[pending.place])': write what to \(pending.isNegative ? "subtract" : "add")"
          + ", or put the text in quotes")
    }
    return ParsedQuery(
      text: source, tree: QueryTree(parts: parts, filters: filters), hints: hints, endsInWord: endsInWord,
      places: places)
  }

  private mutating func readToken() throws(QueryError) {
    let start = scanner.position
    if let sign = scanner[start], sign == "+" || sign == "-", scanner.isBlank(at: start + 1) {
      return try takeSign(isNegative: sign == "-")
    }
    let lead = QueryLead(scanner, fields: fields, isTyping: isTyping)
    if lead.isNegative != nil, let pending {
      throw error(pending.place..<start + 1, "two signs for one part: leave one of them out")
    }
    switch lead.body {
    case .word:
      hint(at: start)
      let word = scanner.bare()
      endsInWord = scanner.isAtEnd
      append(.word(word), place: start..<scanner.position)
    case .phrase:
      scanner.position = lead.bodyStart
      let text = try readQuoted()
      if lead.isNegative == nil, lead.weight == nil {
        if !isEmpty(text) { append(.phrase(text), place: start..<scanner.position) }
      } else {
        try add(isEmpty(text) ? nil : .text([.phrase(text)]), lead: lead, from: start)
      }
    case .group:
      let units = try readGroup(lead)
      try add(units.isEmpty ? nil : .text(units), lead: lead, from: start)
    case .source(let source): try takeSource(source, lead: lead, from: start)
    case .filter(let field): try takeFilter(field, lead: lead, from: start)
    case .unfinished:
      scanner.position = scanner.scalars.count
      pending = nil
    }
  }

  private mutating func takeSign(isNegative: Bool) throws(QueryError) {
    if let pending {
      throw error(pending.place..<scanner.position + 1, "two signs in a row: leave one of them out")
    }
    try closeRun()
    pending = (isNegative, scanner.position)
    scanner.position += 1
  }

  /// Adds a unit to the text that is being read, or begins one.
  private mutating func append(_ unit: TextUnit, place: Range<Int>) {
    var text = run ?? (units: [], isNegative: takePending(), place: place)
    run = nil  // so that the units are not copied
    text.units.append(unit)
    text.place = text.place.lowerBound..<place.upperBound
    if case .phrase = unit { endsInWord = false }
    if text.isNegative { endsInWord = false }
    run = text
  }

  /// Adds a part that stands for itself; with `nil`, only ends the text before it.
  mutating func add(
    _ content: QueryPart.Content?, lead: QueryLead, from start: Int
  ) throws(QueryError) {
    try closeRun()
    let isPendingNegative = takePending()
    let weight = try lead.weight.map(weight) ?? 1
    guard let content else { return }
    endsInWord = false
    try store(
      QueryPart(content, isNegative: lead.isNegative ?? isPendingNegative, weight: weight),
      place: start..<scanner.position)
  }

  private mutating func closeRun() throws(QueryError) {
    guard let run else { return }
    self.run = nil
    try store(QueryPart(.text(run.units), isNegative: run.isNegative), place: run.place)
  }

  private mutating func store(_ part: QueryPart, place: Range<Int>) throws(QueryError) {
    guard parts.count < QueryParser.partLimit else {
      throw error(place, "more than \(QueryParser.partLimit) parts: leave some out")
    }
    parts.append(part)
    places.append(place)
  }

  /// The sign between blanks that waits for its part, which it now has; whether it is a minus.
  mutating func takePending() -> Bool {
    defer { pending = nil }
    return pending?.isNegative ?? false
  }

  private func weight(_ place: Range<Int>) throws(QueryError) -> Double {
    let spelling = scanner.text(place)
    guard let weight = Double(spelling), (0.001...1000).contains(weight) else {
      throw error(place, "a weight lies between 0.001 and 1000, not \(spelling)")
    }
    return weight
  }

  /// An error at a place in scalars.
  func error(_ place: Range<Int>, _ message: String) -> QueryError {
    QueryError(range: CharacterRange.of(place, in: scanner.scalars), message: message)
  }

  /// Notes when the word that begins at `start` looks like something it is not.
  private mutating func hint(at start: Int) {
    wordsDoubted += 1
    guard wordsDoubted <= 64, hints.count < 8,
      let doubt = QueryDoubt.about(scanner, at: start, fields: fields)
    else { return }
    hints.append(
      QueryHint(range: CharacterRange.of(doubt.place, in: scanner.scalars), message: doubt.message))
  }
}
