import CKernels

/// One byte for each few components, which names an entry of a codebook.
///
/// The score is the cosine of the query's prefix with the item's reconstruction from its codes; the query's inner
/// products with all entries are looked up in tables.
struct TableVectors: CodedVectors {
  private static let entries = Int(ASSAY_CENTROIDS)

  private let quantiser: any PartQuantiser
  private let dimensions: Int
  private let parts: Int
  /// `[tile][part][16 rows]`.
  private let codes: SharedArray<UInt8>
  /// By padded row, one over the length of the reconstruction; NaN where the item has no vector.
  private let inverses: SharedArray<Float>

  /// Encodes all prefixes.
  /// - Complexity: O(rows × dimensions) times what a code costs.
  init(_ prefixes: BlendedPrefixes, quantiser: any PartQuantiser) {
    let dimensions = prefixes.dimensions
    let parts = (dimensions + quantiser.width - 1) / quantiser.width
    let tileRows = VectorLayout.tileRows
    var inverses = SharedArray<Float>([])
    codes = SharedArray(count: prefixes.layout.paddedCount * parts) { codes in
      codes.initialize(repeating: 0)
      inverses = SharedArray(count: prefixes.layout.paddedCount) { inverses in
        inverses.initialize(repeating: .nan)
        nonisolated(unsafe) let (codes, inverses) = (codes, inverses)  // threads write to rows of their own
        prefixes.forEach { row, prefix, length in
          let first = row / tileRows * parts * tileRows + row % tileRows
          let square = quantiser.encode(prefix, dimensions: dimensions, length: length) { part, code in
            codes[first + part * tileRows] = code
          }
          inverses[row] = square > 0 ? Float(1 / square.squareRoot()) : 0
        }
      }
    }
    self.quantiser = quantiser
    self.dimensions = dimensions
    self.parts = parts
    self.inverses = inverses
  }

  func scores(of query: RoundedQuery, stop: Int) -> any RowScores {
    var tables = [Float](repeating: 0, count: parts * Self.entries)
    tables.withUnsafeMutableBufferPointer { tables in
      for part in 0..<parts {
        let start = part * quantiser.width
        var components = Array(query.vector[start..<min(start + quantiser.width, dimensions)])
        components += [Float](repeating: 0, count: Int(ASSAY_PART) - components.count)
        assay_centroid_table(
          quantiser.codebook(part), components, tables.baseAddress.map { $0 + part * Self.entries })
      }
    }
    return TableScores(
      codes: codes, parts: parts, tables: tables, inverses: inverses, scale: Float(1 / query.lengths[stop]))
  }

  func terms(of row: UInt32, query: RoundedQuery, stop: Int) -> [Double] {
    let rows = VectorLayout.tileRows
    let scale = Double(inverses[Int(row)]) / query.lengths[stop]
    return (0..<dimensions).map { component in
      let part = component / quantiser.width
      let code = codes[(Int(row) / rows * parts + part) * rows + Int(row) % rows]
      let entry = component % quantiser.width * Self.entries + Int(code)
      return Double(query.vector[component]) * Double(quantiser.codebook(part)[entry]) * scale
    }
  }
}
