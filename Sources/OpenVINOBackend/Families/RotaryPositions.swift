internal import Embeddings
internal import Foundation

/// Rotary position embedding: pairs of components are turned by an angle that grows with the place.
///
/// After Su et al. 2021. Component i is paired with component i + size/2, as in Hugging Face's checkpoints.
struct RotaryPositions: Sendable {
  /// Cosines and sines for every place, `[length, size]`.
  struct Angles {
    let cosines, sines: GraphValue
  }

  private let size: Int
  private let frequencies: [Float]

  /// Reads the base frequency, in the spelling of either generation of configurations.
  init(_ section: ConfigurationSection, size: Int) throws(EncoderError) {
    for key in ["rope_scaling", "rope_parameters"] {
      guard let scaling = try section.section(key) else { continue }
      for type in ["rope_type", "type"] {
        guard try scaling.text(type, default: "default") == "default" else {
          throw scaling.unsupported(type, supported: "default is")
        }
      }
    }
    guard size % 2 == 0 else { throw section.unsupported("head_dim", supported: "even numbers are") }
    let home = try section.section("rope_parameters") ?? section
    let theta = try home.positive("rope_theta", default: 1e6)
    self.size = size
    frequencies = (0..<size / 2).map { Float(pow(theta, -2 * Double($0) / Double(size))) }
  }

  /// The angles for as many places as `ids` has columns.
  func write(along ids: GraphValue, into graph: inout GraphBuilder) -> Angles {
    let places = graph.unsqueeze(graph.places(on: 1, of: ids), [1])
    let half = graph.multiply(places, graph.numbers(frequencies, shape: [1, size / 2]))
    let angles = graph.concatenate([half, half], axis: 1)
    return Angles(cosines: graph.cosine(angles), sines: graph.sine(angles))
  }

  /// Turns `[batch, heads, length, size]`.
  func rotate(_ value: GraphValue, by angles: Angles, into graph: inout GraphBuilder) -> GraphValue {
    let middle = graph.whole([size / 2])
    let first = graph.slice(value, axis: 3, from: graph.whole([0]), to: middle)
    let second = graph.slice(value, axis: 3, from: middle, to: graph.whole([size]))
    let turned = graph.concatenate([graph.negative(second), first], axis: 3)
    return graph.add(graph.multiply(value, angles.cosines), graph.multiply(turned, angles.sines))
  }
}
