internal import Embeddings

/// A text encoder whose graph Assay writes itself, read from a configuration.
protocol TextGraph: Sendable {
  /// The family's name, for people.
  var family: String { get }
  /// Components of a vector.
  var dimensions: Int { get }
  /// How texts go in.
  var inputs: TextInputs { get }
  /// How token vectors become one.
  var pooling: Pooling { get }

  /// Writes the graph, from the inputs' parameters in their order to the pooled vector.
  func write(into graph: inout GraphBuilder) throws(EncoderError) -> GraphValue
}

extension GraphBuilder {
  /// The parameter for a role of the inputs.
  mutating func parameter(_ role: TextInputs.Role) -> GraphValue {
    parameter(role.name, element: .i64, shape: role == .pooledPosition ? [-1] : [-1, -1])
  }

  /// The first of some prefixes under which the weights have a tensor; the first of all when none has.
  func prefix(of tensor: String, among prefixes: [String]) -> String {
    prefixes.first { weights.entries[$0 + tensor] != nil } ?? prefixes[0]
  }
}
