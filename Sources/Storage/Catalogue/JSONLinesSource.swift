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
      var flat: [(name: String, value: String)] = []
      for member in members { Self.flatten(member.value, as: member.name, into: &flat) }
      return RawRecord(line: line.number, values: flat)
    }
    return nil
  }

  private static func flatten(
    _ value: JSONValue, as name: String, into fields: inout [(name: String, value: String)]
  ) {
    switch value {
    case .object(let members):
      for member in members { flatten(member.value, as: name + "." + member.name, into: &fields) }
    case .array(let elements):
      for element in elements { flatten(element, as: name, into: &fields) }
    case .string(let text), .number(let text): fields.append((name, text))
    case .bool(let truth): fields.append((name, truth ? "true" : "false"))
    case .null: break
    }
  }
}
