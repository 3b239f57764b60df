internal import JSON
import Relevance

extension Judgment {
  /// The version of the line format that is written.
  static let version = 2

  /// The decision as one line of a journal, terminator included; `part` is its place in its batch, if it has one.
  func line(part: BatchPart? = nil) -> [UInt8] {
    var members: [JSONValue.Member] = []
    func add(_ name: String, _ value: JSONValue?) {
      if let value { members.append(.init(name: name, value: value)) }
    }
    add("v", .number(String(Self.version)))
    add("time", .string(time))
    add("assessor", .string(assessor))
    add("query_id", .string(queryID.text))
    add("query", .string(query))
    add("item", .string(item.text))
    add("scale", .string(scale))
    add("decision", .string(decision.word))
    add("grade", grade.map { .number(String($0)) })
    add("note", note.map { .string($0) })
    add("item_hash", .string(itemHash))
    add("seen", seen?.json)
    add("blind", isBlind ? .bool(true) : nil)
    add("ms", milliseconds.map { .number(String($0)) })
    add("source", .string(source.description))
    add("batch", batch.map { .string($0) })
    add("part", part.map { .array([.number(String($0.number)), .number(String($0.count))]) })
    return Array((JSONValue.object(members).text + "\n").utf8)
  }
}

extension Sighting {
  fileprivate var json: JSONValue {
    var members = [JSONValue.Member(name: "in", value: .string(place))]
    if let rank { members.append(.init(name: "rank", value: .number(String(rank)))) }
    return .object(members)
  }
}
