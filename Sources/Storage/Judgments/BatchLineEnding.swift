internal import JSON

/// How every line of one batch ends as it was written: recognised without reading the rest of the line.
struct BatchLineEnding {
  private let front: [UInt8]
  private let back: [UInt8]
  private let count: Int

  /// The ending of the lines of a batch that has so many.
  init(batch: String, count: Int) {
    front = Array((",\"batch\":" + JSONValue.string(batch).text + ",\"part\":[").utf8)
    back = Array(",\(count)]}".utf8)
    self.count = count
  }

  /// The number of the part that a line is; `nil` for a line of another batch, and for one written by somebody else,
  /// which has to be read as a whole.
  func partNumber(of line: [UInt8]) -> Int? {
    guard line.suffix(back.count).elementsEqual(back), line.first == UInt8(ascii: "{") else { return nil }
    var number = 0
    var power = 1
    var rest = line.dropLast(back.count)
    while let digit = rest.last, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit),
      power <= 100_000_000_000_000_000
    {
      number += Int(digit - UInt8(ascii: "0")) * power
      power *= 10
      rest = rest.dropLast()
    }
    guard rest.suffix(front.count).elementsEqual(front), (1...count).contains(number) else { return nil }
    return number
  }
}
