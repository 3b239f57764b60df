/// The name of one item, as its catalogue, run files and judgment files spell it.
///
/// An opaque UTF-8 string, never empty. It compares by bytes, as `strcmp` in trec_eval does, so that ties are
/// broken alike here and there; two canonically equivalent spellings are different documents.
package struct DocumentID: Sendable {
  /// The spelling, exactly as read.
  package let text: String

  /// Wraps `text` without changing it.
  package init(_ text: String) {
    self.text = text
  }
}

extension DocumentID: Hashable {
  package static func == (left: DocumentID, right: DocumentID) -> Bool {
    left.text.utf8.count == right.text.utf8.count && left.text.utf8.elementsEqual(right.text.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    // All at once: byte by byte, hashing took most of the time of reading large judgment files.
    let isHashed: Void? = text.utf8.withContiguousStorageIfAvailable {
      hasher.combine(bytes: UnsafeRawBufferPointer($0))
    }
    if isHashed == nil { Array(text.utf8).withUnsafeBytes { hasher.combine(bytes: $0) } }
    hasher.combine(0xff as UInt8)
  }
}

extension DocumentID: Comparable {
  package static func < (left: DocumentID, right: DocumentID) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }
}

extension DocumentID: CustomStringConvertible {
  package var description: String { text }
}
