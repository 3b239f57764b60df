/// The name of anything else that people or files name: an assessor, a scale, a source, a batch, a slice.
package struct OpaqueName: OpaqueID {
  package let text: String

  package init(_ text: String) {
    self.text = text
  }
}
