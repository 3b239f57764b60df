internal import Embeddings

/// An image encoder whose graph Assay writes itself, read from a configuration.
protocol PictureGraph: Sendable {
  /// The family's name, for people.
  var family: String { get }
  /// Components of a vector.
  var dimensions: Int { get }
  /// How the vectors of patches become one.
  var pooling: Pooling { get }
  /// How pictures go in.
  var patches: PicturePatches { get }

  /// Writes the graph, from the pixels' parameter to the pooled vector.
  func write(into graph: inout GraphBuilder) throws(EncoderError) -> GraphValue
}
