@testable import Storage

/// A table in one line, so that a test can say what it expects: pairs by their bytes, texts in quotes.
func spelled(_ table: TOMLTable) -> String {
  let pairs = table.entries.map { "\($0.key)=\(spelled($0.value))" }
  return "{" + pairs.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.joined(separator: ",") + "}"
}

private func spelled(_ value: TOMLValue) -> String {
  switch value {
  case .string(let text): "\"\(text)\""
  case .integer(let number): "\(number)"
  case .float(let number): "\(number)"
  case .boolean(let flag): "\(flag)"
  case .moment(let text): "@\(text)"
  case .array(let elements): "[" + elements.map(spelled).joined(separator: ",") + "]"
  case .table(let table): spelled(table)
  }
}
