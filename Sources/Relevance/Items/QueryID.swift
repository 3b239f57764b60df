/// The name of one query, as its query set, run files and judgment files spell it.
package struct QueryID: OpaqueID {
  package let text: String

  package init(_ text: String) {
    self.text = text
  }
}
