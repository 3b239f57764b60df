/// One input or output of a model, as the runtime reports it.
package struct NetworkPort: Hashable, Sendable {
  /// The tensor's name; empty when it has none.
  package let name: String
  /// The type of its elements; `nil` for one that Assay does not handle.
  package let element: Element?
  /// Extents, outermost first, `nil` where the model takes any; `nil` as a whole when even their number is open.
  package let shape: [Int?]?

  /// Makes a port.
  package init(name: String, element: Element?, shape: [Int?]?) {
    self.name = name
    self.element = element
    self.shape = shape
  }
}

extension NetworkPort: CustomStringConvertible {
  /// Such as `last_hidden_state f32 [?, ?, 384]`.
  package var description: String {
    let extents = shape.map { "[" + $0.map { $0.map(String.init) ?? "?" }.joined(separator: ", ") + "]" }
    let type = element?.rawValue ?? "of an unsupported type"
    return "\(name.isEmpty ? "(unnamed)" : name) \(type) \(extents ?? "of any shape")"
  }
}
