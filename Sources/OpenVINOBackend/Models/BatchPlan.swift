/// How texts of different lengths are put together so that little is wasted on padding and few shapes occur: the first
/// use of a shape costs the runtime up to a tenth of a second.
struct BatchPlan: Hashable {
  /// Texts that are encoded together.
  struct Batch: Hashable {
    /// The texts' places in the list that was planned.
    let texts: [Int]
    /// How long every row becomes.
    let columns: Int
  }

  /// Tokens of a batch, padding included, unless one text alone has more.
  static let tokens = 2048

  let batches: [Batch]

  /// Plans for texts of some token counts; the rows of a batch are a power of two and no more than `rows`.
  init(counts: [Int], length: TextInputs.Length, rows: Int = .max) {
    var texts: [Int: [Int]] = [:]
    for (index, count) in counts.enumerated() {
      texts[Self.columns(for: count, length), default: []].append(index)
    }
    var batches: [Batch] = []
    for columns in texts.keys.sorted() {
      var rest = texts[columns, default: []][...]
      let most = Self.powerOfTwo(notAbove: min(rows, max(1, Self.tokens / columns)))
      while !rest.isEmpty {
        let rows = min(most, Self.powerOfTwo(notAbove: rest.count))
        batches.append(Batch(texts: Array(rest.prefix(rows)), columns: columns))
        rest = rest.dropFirst(rows)
      }
    }
    self.batches = batches
  }

  /// The length of the row for a text: few different ones, none much longer than the text.
  static func columns(for count: Int, _ length: TextInputs.Length) -> Int {
    switch length {
    case .exactly(let columns): return columns
    case .unpadded: return max(1, count)
    case .upTo(let limit):
      let step = max(8, powerOfTwo(notAbove: max(1, count - 1)) / 2)
      return min(limit, (max(1, count) + step - 1) / step * step)
    }
  }

  private static func powerOfTwo(notAbove number: Int) -> Int {
    1 << (Int.bitWidth - 1 - number.leadingZeroBitCount)
  }
}
