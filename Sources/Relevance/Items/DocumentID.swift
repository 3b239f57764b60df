/// The name of one item, as its catalogue, run files and judgment files spell it.
package struct DocumentID: OpaqueID {
  package let text: String

  package init(_ text: String) {
    self.text = text
  }
}
