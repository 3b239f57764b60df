internal import JSON
import Relevance

/// A line of a journal: a decision, and its place in the batch it belongs to.
struct JournalLine: Hashable, Sendable {
  /// Why a line is not a decision.
  struct Fault: Error {
    let reason: String
  }

  let judgment: Judgment
  /// `nil` for a decision that was appended on its own.
  let part: BatchPart?

  /// Reads a line without its terminator; members that no version knows are ignored.
  init(_ line: [UInt8]) throws(Fault) {
    let value: JSONValue
    do {
      value = try JSONParser.parse(line)
    } catch {
      throw Fault(reason: "not JSON at column \(error.column): \(error.reason)")
    }
    guard let version = value["v"] else { throw Fault(reason: "no version 'v'") }
    let reader = JournalLineReader(value)
    switch version.int {
    case 1: judgment = try reader.judgment(decision: reader.firstVersionDecision())
    case 2: judgment = try reader.judgment(decision: reader.decision())
    default:
      throw Fault(
        reason:
          "version \(version.text), this program reads 1 and \(Judgment.version); a newer one may read it")
    }
    part = try reader.part()
    guard !judgment.queryID.isEmpty, !judgment.item.text.isEmpty else {
      throw Fault(reason: "'query_id' and 'item' must not be empty")
    }
  }
}

/// Takes the members of a line apart.
private struct JournalLineReader {
  private typealias Fault = JournalLine.Fault

  private let value: JSONValue

  init(_ value: JSONValue) {
    self.value = value
  }

  func judgment(decision: Decision) throws(JournalLine.Fault) -> Judgment {
    Judgment(
      time: try text("time"), assessor: try text("assessor"), queryID: QueryID(try text("query_id")),
      query: try text("query"), item: DocumentID(try text("item")), scale: try text("scale"),
      decision: decision, note: try optionalText("note"), itemHash: try text("item_hash"),
      seen: try seen(), isBlind: try isBlind(), milliseconds: try optionalCount("ms", in: value),
      source: try source(),
      batch: try optionalText("batch"))
  }

  /// In version 1 a decision was a grade, or none when an earlier one was withdrawn.
  func firstVersionDecision() throws(JournalLine.Fault) -> Decision {
    if value["grade"] == .null { return .withdrawn }
    return .grade(try grade(remedy: ", or null when it is withdrawn"))
  }

  func decision() throws(JournalLine.Fault) -> Decision {
    let word = try text("decision")
    if word == "grade" { return .grade(try grade()) }
    guard let decision = Decision(word: word) else {
      throw Fault(
        reason: "unknown decision '\(word)'; known are grade, withdrawn, skipped, cannot-tell, flagged, "
          + "unflagged and noted")
    }
    return decision
  }

  func part() throws(JournalLine.Fault) -> BatchPart? {
    guard let part = value["part"] else { return nil }
    guard case .array(let numbers) = part, numbers.count == 2, let number = numbers[0].int,
      let count = numbers[1].int, number >= 1, number <= count, value["batch"] != nil
    else { throw Fault(reason: "'part' must be [number, count] of a 'batch', not \(part.text)") }
    return BatchPart(number: number, count: count)
  }

  private func grade(remedy: String = "") throws(JournalLine.Fault) -> Int {
    guard let grade = value["grade"]?.int else {
      throw Fault(reason: "'grade' must be a whole number" + remedy)
    }
    return grade
  }

  private func seen() throws(JournalLine.Fault) -> Sighting? {
    guard let seen = value["seen"] else { return nil }
    guard let place = seen["in"]?.string else { throw Fault(reason: "no text in 'in' of 'seen'") }
    return Sighting(place: place, rank: try optionalCount("rank", in: seen))
  }

  private func isBlind() throws(JournalLine.Fault) -> Bool {
    switch value["blind"] {
    case nil, .bool(false): false
    case .bool(true): true
    case .some(let other): throw Fault(reason: "'blind' must be true or false, not \(other.text)")
    }
  }

  private func source() throws(JournalLine.Fault) -> JudgmentSource {
    guard let text = try optionalText("source") else { return .human }
    guard let source = JudgmentSource(text) else {
      throw Fault(reason: "'source' must be human, imported:NAME or implicit:NAME, not '\(text)'")
    }
    return source
  }

  private func text(_ name: String) throws(JournalLine.Fault) -> String {
    guard let text = value[name]?.string else { throw Fault(reason: "no text in '\(name)'") }
    return text
  }

  private func optionalText(_ name: String) throws(JournalLine.Fault) -> String? {
    value[name] == nil ? nil : try text(name)
  }

  private func optionalCount(_ name: String, in value: JSONValue) throws(JournalLine.Fault) -> Int? {
    guard let found = value[name] else { return nil }
    guard let count = found.int, count >= 0 else {
      throw Fault(reason: "'\(name)' must be a whole number of 0 or more, not \(found.text)")
    }
    return count
  }
}
