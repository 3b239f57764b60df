/// What one tower of a model is made of and what was chosen, for the model's card.
package struct ModelDescription: Hashable, Sendable {
  /// Where a graph comes from.
  package enum Graph: String, Hashable, Sendable {
    /// Written by Assay over the tensors of safetensors files.
    case safetensors
    /// An ONNX file.
    case onnx
    /// An OpenVINO IR file.
    case ir
    /// A TensorFlow Lite file.
    case tflite
  }

  /// The family's name, such as `XLM-RoBERTa`; `nil` when the graph comes from a file.
  package let family: String?
  /// Where the graph comes from.
  package let graph: Graph
  /// The files that hold graph and weights, relative to the model's folder.
  package let files: [String]
  /// What goes in.
  package let inputs: [NetworkPort]
  /// Which output is the embedding.
  package let output: NetworkPort
  /// Why that output, such as `first of sentence_embedding, text_embeds, … that the model has`.
  package let choice: String
  /// How token vectors become one; `nil` when the output is pooled already.
  package let pooling: Pooling?
  /// Who says so: a file, `settings`, or the family.
  package let poolingOrigin: String?
  /// Whether vectors are scaled to unit length.
  package let normalises: Bool
  /// With what numbers the model is computed.
  package let precision: ModelPrecision
  /// The release of the runtime.
  package let runtime: RuntimeVersion
}
