import CKernels

/// One bit for each component, set when it is positive.
struct BitVectors: CodedVectors {
  /// How a query is compared with the bits.
  enum Comparison: Sendable {
    /// Its own bits, by Hamming distance: `1 − 2 · distance / dimensions`.
    case bits
    /// In float32: the cosine with the vector that has 1 where the bit is set and −1 elsewhere.
    case floats
  }

  private static let wordBits = 32

  private let comparison: Comparison
  private let dimensions: Int
  /// `[tile][word][16 rows]`.
  private let bits: SharedArray<UInt32>
  private let directed: ItemSet

  private var words: Int { (dimensions + Self.wordBits - 1) / Self.wordBits }

  /// Takes the signs of all prefixes.
  /// - Complexity: O(rows × dimensions).
  init(_ prefixes: BlendedPrefixes, directed: ItemSet, comparison: Comparison) {
    let dimensions = prefixes.dimensions
    let words = (dimensions + Self.wordBits - 1) / Self.wordBits
    self.comparison = comparison
    self.dimensions = dimensions
    self.directed = directed
    bits = SharedArray(count: prefixes.layout.paddedCount * words) { bits in
      bits.initialize(repeating: 0)
      guard let start = bits.baseAddress else { return }
      nonisolated(unsafe) let memory = start  // threads write to rows of their own
      prefixes.forEach { row, prefix, _ in
        let tile = row / VectorLayout.tileRows
        let first = tile * words * VectorLayout.tileRows + row % VectorLayout.tileRows
        assay_pack_bits(prefix, dimensions, memory + first)
      }
    }
  }

  func scores(of query: RoundedQuery, stop: Int) -> any RowScores {
    switch comparison {
    case .bits:
      var signs = [UInt32](repeating: 0, count: words)
      assay_query_bits(query.vector, dimensions, &signs)
      return HammingScores(bits: bits, query: signs, dimensions: dimensions, directed: directed)
    case .floats:
      var tables = [Float](repeating: 0, count: words * SignScores.tableSize)
      assay_bit_tables(query.vector, dimensions, &tables)
      let total = query.vector[..<dimensions].reduce(0) { $0 + Double($1) }
      return SignScores(
        bits: bits, words: words, tables: tables, total: Float(total), scale: Float(scale(query, stop)),
        directed: directed)
    }
  }

  func terms(of row: UInt32, query: RoundedQuery, stop: Int) -> [Double] {
    (0..<dimensions).map { component in
      let sign = isSet(component, of: Int(row)) ? 1.0 : -1.0
      return switch comparison {
      case .bits: (query.vector[component] > 0 ? sign : -sign) / Double(dimensions)
      case .floats: Double(query.vector[component]) * sign * scale(query, stop)
      }
    }
  }

  private func scale(_ query: RoundedQuery, _ stop: Int) -> Double {
    1 / (query.lengths[stop] * Double(dimensions).squareRoot())
  }

  private func isSet(_ component: Int, of row: Int) -> Bool {
    let rows = VectorLayout.tileRows
    let word = (row / rows * words + component / Self.wordBits) * rows + row % rows
    return bits[word] >> UInt32(component % Self.wordBits) & 1 == 1
  }
}
