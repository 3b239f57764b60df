/// Where everything about one side's vectors lies once they are packed for scanning.
///
/// A side is all text vectors or all picture vectors of a catalogue, one row for each item. Rows are padded to a
/// multiple of 16; 16 rows are a tile. Components are cut into blocks at the prefix lengths that can be compared
/// (`stops`), each padded to a multiple of 4 components, so that the components of a short prefix lie together:
///
///     codes    [block][tile][group of 4 components][16 rows][4 bytes]
///     scales   [padded row]
///     squares  [stop][padded row], and likewise inner products of two sides
///     floats   [row][component]
package struct VectorLayout: Hashable, Sendable {
  /// Rows in a tile.
  package static let tileRows = 16

  /// How many rows there are.
  package let count: Int
  /// Components of a row.
  package let dimensions: Int
  /// The prefix lengths that can be compared, ascending; the last is `dimensions`.
  package let stops: [Int]
  /// The padded components of the block that ends at each stop.
  package let widths: [Int]
  private let starts: [Int]

  /// Describes the packing of `count` rows.
  /// - Precondition: `stops` ascends, begins above 0 and ends with `dimensions`.
  package init(count: Int, dimensions: Int, stops: [Int]) {
    precondition(
      count >= 0 && stops.last == dimensions && stops[0] > 0
        && zip(stops, stops.dropFirst()).allSatisfy { $0 < $1 },
      "\(count) rows of \(dimensions) components do not divide at \(stops)")
    self.count = count
    self.dimensions = dimensions
    self.stops = stops
    widths = zip(stops, [0] + stops).map { ($0 - $1 + 3) / 4 * 4 }
    starts = widths.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
  }

  /// The stops for an encoder's declared lengths: those and the full length, or multiples of 64 where only the full
  /// length is declared.
  package static func stops(declared: [Int], dimensions: Int) -> [Int] {
    let shorter = Set(declared).filter { $0 > 0 && $0 < dimensions }.sorted()
    let chosen = shorter.isEmpty ? Array(stride(from: 64, to: dimensions, by: 64)) : shorter
    return chosen + [dimensions]
  }

  /// How many tiles there are.
  package var tiles: Int { (count + Self.tileRows - 1) / Self.tileRows }
  /// Rows with their padding.
  package var paddedCount: Int { tiles * Self.tileRows }
  /// Components of a row with the padding of every block: the length of a query in block order.
  package var paddedDimensions: Int { starts[widths.count] }
  /// The size of the codes in bytes.
  package var codeCount: Int { paddedCount * paddedDimensions }
  /// The number of scales.
  package var scaleCount: Int { paddedCount }
  /// The number of squared lengths, or of inner products of two sides.
  package var squareCount: Int { stops.count * paddedCount }
  /// The number of float32 components.
  package var floatCount: Int { count * dimensions }

  /// The position of a prefix length among the stops, or `nil` when it is none.
  package func stop(ofLength length: Int) -> Int? { stops.firstIndex(of: length) }

  /// Where a component lies in block order: padding comes between blocks.
  /// - Precondition: `component` is below `dimensions`.
  package func paddedPosition(of component: Int) -> Int {
    let block = block(of: component)
    return starts[block] + component - (block == 0 ? 0 : stops[block - 1])
  }

  /// Where the codes of a block begin.
  package func codeStart(ofBlock block: Int) -> Int { starts[block] * paddedCount }

  /// Where the code of one component of one row lies.
  /// - Precondition: `row` is below `paddedCount`, `component` below `dimensions`.
  package func codePosition(row: Int, component: Int) -> Int {
    let block = block(of: component)
    let inner = component - (block == 0 ? 0 : stops[block - 1])
    let tile = row / Self.tileRows
    return codeStart(ofBlock: block) + tile * Self.tileRows * widths[block] + inner / 4 * 64
      + row % Self.tileRows * 4 + inner % 4
  }

  private func block(of component: Int) -> Int {
    precondition((0..<dimensions).contains(component), "component \(component) of \(dimensions)")
    return stops.firstIndex { component < $0 } ?? 0
  }
}
