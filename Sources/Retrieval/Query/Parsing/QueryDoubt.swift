/// What may have been meant by a word that was read as text.
enum QueryDoubt {
  /// The doubt about the word at a position, or `nil` when it is a word like any other.
  static func about(
    _ scanner: QueryScanner, at start: Int, fields: FilterFields
  ) -> (place: Range<Int>, message: String)? {
    let hasMinus = scanner[start] == "-"
    let place = hasMinus ? start + 1 : start
    if let (name, valueStart) = scanner.name(at: place) {
      return doubt(aboutName: name, place: place..<valueStart, scanner: scanner, fields: fields)
    }
    guard hasMinus, scanner[place]?.properties.isAlphabetic == true else { return nil }
    var rest = scanner
    rest.position = place
    let word = rest.bare()
    return (
      start..<rest.position,
      "'-\(word)' was read as text; '- \(word)' subtracts it, -\(QuerySpelling.quoted(word)) also excludes it"
    )
  }

  private static func doubt(
    aboutName name: String, place: Range<Int>, scanner: QueryScanner, fields: FilterFields
  ) -> (place: Range<Int>, message: String)? {
    let hasValue = !scanner.isBlank(at: place.upperBound)
    if fields[name] != nil || QueryLead.Source(rawValue: name.lowercased()) != nil {
      guard !hasValue else { return nil }
      return (place, "'\(name):' was read as text; a value follows its colon directly, without a blank")
    }
    guard hasValue else { return nil }
    if let nearest = fields.nearest(to: name) ?? nearestSource(to: name) {
      return (place, "'\(name):' was read as text; did you mean '\(nearest):'?")
    }
    if let scalar = scanner[place.upperBound], scalar == "<" || scalar == ">" {
      return (place, "'\(name):' was read as text; the fields to filter by: \(fields.list)")
    }
    return nil
  }

  private static func nearestSource(to name: String) -> String? {
    let wanted = Array(name.lowercased().utf8.prefix(8))
    return ["image", "like"].first {
      wanted.count > 2 && EditDistance.between(wanted, Array($0.utf8)) == 1
    }
  }
}
