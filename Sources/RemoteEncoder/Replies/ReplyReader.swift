internal import JSON

/// Finds the vectors of an answer and puts them in the order of the inputs.
struct ReplyReader {
  let shape: ReplyShape

  /// The vectors' values, one for each of `count` inputs.
  func vectors(in body: [UInt8], count: Int) throws(ReplyFault) -> [JSONValue] {
    let reply = try Self.parse(body)
    let vectors: [JSONValue]
    switch shape {
    case .indexed: return try Self.ordered(try Self.list(reply["data"], "data"), count: count)
    case .rows: vectors = try Self.list(reply, "the answer")
    case .typed: vectors = try Self.list(reply["embeddings"]?["float"], "embeddings.float")
    }
    guard vectors.count == count else { throw Self.wrongCount(vectors.count, count) }
    return vectors
  }

  /// Sorts by `index`: servers answer in whatever order they finish.
  private static func ordered(_ data: [JSONValue], count: Int) throws(ReplyFault) -> [JSONValue] {
    var vectors = [JSONValue?](repeating: nil, count: count)
    for (position, entry) in data.enumerated() {
      guard let vector = entry["embedding"] else {
        throw ReplyFault(reason: "entry \(position + 1) has no 'embedding'")
      }
      guard let index = entry["index"]?.int ?? (data.count == 1 ? 0 : nil) else {
        throw ReplyFault(reason: "entry \(position + 1) does not say by 'index' which input it answers")
      }
      guard vectors.indices.contains(index) else {
        throw ReplyFault(reason: "it answers an input \(index + 1), where \(count) were sent")
      }
      guard vectors[index] == nil else { throw ReplyFault(reason: "it answers input \(index + 1) twice") }
      vectors[index] = vector
    }
    return try vectors.enumerated().map { index, vector throws(ReplyFault) in
      guard let vector else { throw ReplyFault(reason: "it leaves input \(index + 1) of \(count) out") }
      return vector
    }
  }

  private static func list(_ value: JSONValue?, _ name: String) throws(ReplyFault) -> [JSONValue] {
    guard case .array(let elements)? = value else {
      throw ReplyFault(reason: "\(name) is no list of vectors; is this the right kind of server?")
    }
    return elements
  }

  private static func wrongCount(_ found: Int, _ count: Int) -> ReplyFault {
    ReplyFault(reason: "it holds \(found) vectors, where \(count) inputs were sent")
  }

  /// Reads JSON, and what Python servers take for JSON: `NaN` and `Infinity`, which become `null`.
  private static func parse(_ body: [UInt8]) throws(ReplyFault) -> JSONValue {
    if let value = try? JSONParser.parse(body) { return value }
    do {
      return try JSONParser.parse(withoutNonNumbers(body))
    } catch {
      throw ReplyFault(reason: "it is not JSON (byte \(error.column): \(error.reason))")
    }
  }

  private static func withoutNonNumbers(_ body: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(body.count)
    var rest = body[...]
    var isInString = false
    while let byte = rest.first {
      if !isInString, let word = nonNumbers.first(where: { rest.starts(with: $0) }) {
        result += Array("null".utf8)
        rest = rest.dropFirst(word.count)
        continue
      }
      if byte == UInt8(ascii: "\"") { isInString.toggle() }
      let length = isInString && byte == UInt8(ascii: "\\") ? 2 : 1
      result += rest.prefix(length)
      rest = rest.dropFirst(length)
    }
    return result
  }

  private static let nonNumbers = ["NaN", "-Infinity", "Infinity"].map { Array($0.utf8) }
}

/// An answer that does not keep to its shape.
struct ReplyFault: Error, Hashable {
  /// What is wrong with it; follows "the answer can't be used:".
  let reason: String
}
