/// Decodes the variable-length codes of GIF (GIF89a, appendix F).
struct LZWDecoder {
  private static let mostCodes = 4096

  /// For each code the one it continues, its first and its last index, and how many indices it stands for.
  private var former = [Int](repeating: 0, count: mostCodes)
  private var first = (0..<mostCodes).map { UInt8(truncatingIfNeeded: $0) }
  private var last = (0..<mostCodes).map { UInt8(truncatingIfNeeded: $0) }
  private var length = [Int](repeating: 1, count: mostCodes)
  private var next: Int
  private var previous: Int?
  private let clear: Int
  private let depth: Int
  private let limit: Int
  private var output: [UInt8] = []

  /// Decodes the codes of one image.
  /// - Parameters:
  ///   - bytes: the codes, packed from the lowest bit.
  ///   - depth: the bits of an index, 2…8.
  ///   - count: how many indices are wanted.
  /// - Returns: the indices that codes stand for, at most `count`; fewer when the data ends or makes no sense.
  /// - Complexity: O(bytes + count).
  static func decode(_ bytes: [UInt8], depth: Int, count: Int) -> [UInt8] {
    var decoder = LZWDecoder(depth: depth, limit: count)
    decoder.run(bytes)
    return decoder.output
  }

  private init(depth: Int, limit: Int) {
    self.depth = depth
    self.limit = limit
    clear = 1 << depth
    next = clear + 2
    output.reserveCapacity(limit)
  }

  private mutating func run(_ bytes: [UInt8]) {
    var width = depth + 1
    var (bits, bitCount) = (0, 0)
    for byte in bytes {
      bits |= Int(byte) << bitCount
      bitCount += 8
      while bitCount >= width {
        let code = bits & (1 << width - 1)
        bits >>= width
        bitCount -= width
        if code == clear {
          (next, previous, width) = (clear + 2, nil, depth + 1)
        } else {
          guard code != clear + 1, take(code), output.count < limit else { return }
          if next == 1 << width, width < 12 { width += 1 }
        }
      }
    }
  }

  /// Takes a code that stands for indices; `false` when it can't stand there.
  private mutating func take(_ code: Int) -> Bool {
    guard let previous else {
      guard code < clear else { return false }
      self.previous = code
      append(code)
      return true
    }
    // A code that is only being made repeats the first index of the one before.
    guard code < next || (code == next && next < Self.mostCodes) else { return false }
    if next < Self.mostCodes {
      former[next] = previous
      first[next] = first[previous]
      last[next] = code == next ? first[previous] : first[code]
      length[next] = length[previous] + 1
      next += 1
    }
    append(code)
    self.previous = code
    return true
  }

  /// Writes what a code stands for, the last index first because that is how codes are linked.
  private mutating func append(_ code: Int) {
    let start = output.count
    output.append(contentsOf: repeatElement(0, count: length[code]))
    var code = code
    for place in stride(from: output.count - 1, through: start, by: -1) {
      output[place] = last[code]
      code = former[code]
    }
    if output.count > limit { output.removeLast(output.count - limit) }
  }
}
