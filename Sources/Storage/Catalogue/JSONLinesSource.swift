internal import JSON

/// JSON Lines: one object on each line, blank lines skipped.
///
/// Objects inside objects are flattened to `outer.inner`; the elements of an array are joined by `, `; `null` counts
/// as absent.
struct JSONLinesSource: RecordSource {
  private var lines: LineSource

  init(_ path: String) throws(StorageError) {
    lines = try LineSource(path)
  }

  var offset: Int { lines.offset }
  var size: Int { lines.size }

  mutating func next() throws(StorageError) -> RawRecord? {
    while let line = try lines.next() {
      guard !line.bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else { continue }
      let value: JSONValue
      do {
        value = try JSONParser.parse(line.bytes)
      } catch {
        throw .malformedLine(
          path: lines.path, line: line.number, reason: "not JSON at column \(error.column): \(error.reason)")
      }
      guard case .object(let members) = value else {
        throw .malformedLine(path: lines.path, line: line.number, reason: "expected an object in braces")
      }
      var fields = FlatFields()
      for member in members { fields.add(member.value, as: member.name) }
      guard !fields.isTooMuch else {
        throw .malformedLine(
          path: lines.path, line: line.number,
          reason: "the names of its nested fields, written out, are longer than \(FlatFields.limit >> 20) MiB"
        )
      }
      return RawRecord(line: line.number, values: fields.values)
    }
    return nil
  }
}

/// The fields of an object without its nesting.
private struct FlatFields {
  /// The most bytes that all names may have: names repeat the names around them, so that a short line could have very
  /// long ones.
  static let limit = 64 << 20

  private(set) var values: [(name: String, value: String)] = []
  /// Whether the names became too long and fields were left out.
  private(set) var isTooMuch = false
  private var size = 0

  mutating func add(_ value: JSONValue, as name: String) {
    switch value {
    case .object(let members):
      for member in members {
        size += name.utf8.count + 1 + member.name.utf8.count
        isTooMuch = isTooMuch || size > Self.limit
        if isTooMuch { return }
        add(member.value, as: name + "." + member.name)
      }
    case .array(let elements):
      for element in elements { add(element, as: name) }
    case .string(let text), .number(let text): values.append((name, text))
    case .bool(let truth): values.append((name, truth ? "true" : "false"))
    case .null: break
    }
  }
}
