import Relevance

extension Judgment {
  /// The version of the line format.
  static let version = 1

  /// The decision as one line of a journal, terminator included.
  var line: [UInt8] {
    let value = JSONValue.object([
      .init(name: "v", value: .number(String(Self.version))),
      .init(name: "time", value: .string(time)),
      .init(name: "assessor", value: .string(assessor)),
      .init(name: "query_id", value: .string(queryID)),
      .init(name: "query", value: .string(query)),
      .init(name: "item", value: .string(item.text)),
      .init(name: "scale", value: .string(scale)),
      .init(name: "grade", value: grade.map { .number(String($0)) } ?? .null),
      .init(name: "item_hash", value: .string(itemHash)),
    ])
    return Array((value.text + "\n").utf8)
  }

  /// Why a line is not a decision.
  struct Fault: Error {
    let reason: String
  }

  /// Reads a line without its terminator; members that this version does not know are ignored.
  init(line: [UInt8]) throws(Fault) {
    let value: JSONValue
    do {
      value = try JSONParser.parse(line)
    } catch {
      throw Fault(reason: "not JSON at column \(error.column): \(error.reason)")
    }
    guard let version = value["v"]?.int else { throw Fault(reason: "no version 'v'") }
    guard version == Self.version else {
      throw Fault(reason: "version \(version), this program reads \(Self.version)")
    }
    func text(_ name: String) throws(Fault) -> String {
      guard let text = value[name]?.string else { throw Fault(reason: "no text in '\(name)'") }
      return text
    }
    let grade = value["grade"]
    guard let grade, grade == .null || grade.int != nil else {
      throw Fault(reason: "'grade' must be a whole number, or null when it is withdrawn")
    }
    self.init(
      time: try text("time"), assessor: try text("assessor"), queryID: try text("query_id"),
      query: try text("query"), item: DocumentID(try text("item")), scale: try text("scale"),
      grade: grade.int,
      itemHash: try text("item_hash"))
    guard !queryID.isEmpty, !item.text.isEmpty else {
      throw Fault(reason: "'query_id' and 'item' must not be empty")
    }
  }
}
