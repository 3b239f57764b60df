/// How texts of different lengths are put together so that little is wasted on padding and few shapes occur: the first
/// use of a shape costs the runtime some milliseconds.
///
/// How long a row becomes depends on its text alone, so that a text's vector does not depend on its company.
struct BatchPlan: Hashable {
  /// Texts that are encoded together.
  struct Batch: Hashable {
    /// The texts' places in the list that was planned.
    let texts: [Int]
    /// How long every row becomes.
    let columns: Int
  }

  /// Tokens of a batch, padding included, unless one text alone has more: enough to keep the processor's arithmetic
  /// busy, few enough that what one layer leaves for the next stays in its caches.
  static let tokens = 768

  /// The batches, those of the longest texts first: what is started last is soon done.
  let batches: [Batch]

  /// Plans for texts of some token counts, no more than `rows` of them in a batch.
  init(counts: [Int], length: TextInputs.Length, rows: Int = .max) {
    var texts: [Int: [Int]] = [:]
    for (index, count) in counts.enumerated() {
      texts[Self.columns(for: count, length), default: []].append(index)
    }
    var batches: [Batch] = []
    for (columns, members) in texts.sorted(by: { $0.key > $1.key }) {
      let most = min(rows, max(1, Self.tokens / columns))
      let parts = (members.count + most - 1) / most
      for part in 0..<parts {
        let range = members.count * part / parts..<members.count * (part + 1) / parts
        batches.append(Batch(texts: Array(members[range]), columns: columns))
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
      let step = max(4, powerOfTwo(notAbove: max(1, count - 1)) / 32)
      return min(limit, (max(1, count) + step - 1) / step * step)
    }
  }

  private static func powerOfTwo(notAbove number: Int) -> Int {
    1 << (Int.bitWidth - 1 - number.leadingZeroBitCount)
  }
}
