package import Retrieval

/// One side of a catalogue's vectors.
package enum VectorSide: String, CaseIterable, Hashable, Sendable {
  /// Embeddings of the items' texts.
  case text
  /// Embeddings of the items' pictures.
  case picture

  var vectors: IndexSection.Kind { self == .text ? .textVectors : .pictureVectors }
  var codes: IndexSection.Kind { self == .text ? .textCodes : .pictureCodes }
  var scales: IndexSection.Kind { self == .text ? .textScales : .pictureScales }
  var squares: IndexSection.Kind { self == .text ? .textSquares : .pictureSquares }
  var residuals: IndexSection.Kind { self == .text ? .textResiduals : .pictureResiduals }
}

extension IndexManifest {
  /// How the vectors of a side are packed.
  /// - Precondition: the source has lengths.
  package var layout: VectorLayout {
    let dimensions = source.dimensions[source.dimensions.count - 1]
    return VectorLayout(
      count: itemCount, dimensions: dimensions,
      stops: VectorLayout.stops(declared: source.dimensions, dimensions: dimensions))
  }

  /// Whether the index has vectors of a side; otherwise no item has any.
  package func has(_ side: VectorSide) -> Bool { section(side.vectors) != nil }

  /// Whether the sections are all there, each once, and of the sizes that the counts imply.
  var isComplete: Bool {
    guard (0...Int(UInt32.max)).contains(itemCount), source.hasLengths, generation > 0 else { return false }
    let layout = layout
    var sizes = [IndexSection.Kind.inputs: itemCount * MemoryLayout<ItemInputs>.stride]
    for side in VectorSide.allCases where has(side) {
      sizes.merge(Self.sizes(of: side, layout: layout)) { $1 }
    }
    if VectorSide.allCases.allSatisfy(has) { sizes[.crosses] = 4 * layout.squareCount }
    let kinds = sections.map(\.kind)
    return kinds == IndexSection.Kind.allCases.filter { [.lexical, .items].contains($0) || sizes[$0] != nil }
      && sections.allSatisfy { $0.bytes >= 0 && $0.bytes == sizes[$0.kind] ?? $0.bytes }
  }

  private static func sizes(of side: VectorSide, layout: VectorLayout) -> [IndexSection.Kind: Int] {
    [
      side.vectors: 4 * layout.floatCount, side.codes: layout.codeCount, side.scales: 4 * layout.scaleCount,
      side.squares: 4 * layout.squareCount, side.residuals: 4 * layout.stops.count,
    ]
  }
}
