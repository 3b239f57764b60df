/// A name that other programs chose and that must come back from here byte for byte.
///
/// An opaque UTF-8 string, never empty in a file. It compares by bytes, as `strcmp` in trec_eval does: two canonically
/// equivalent spellings are different names, although Swift's strings call them equal.
package protocol OpaqueID: Hashable, Comparable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral
{
  /// The spelling, exactly as read.
  var text: String { get }

  /// Wraps `text` without changing it.
  init(_ text: String)
}

extension OpaqueID {
  package static func == (left: Self, right: Self) -> Bool {
    left.text.utf8.count == right.text.utf8.count && left.text.utf8.elementsEqual(right.text.utf8)
  }

  package static func < (left: Self, right: Self) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    // All at once: byte by byte, hashing took most of the time of reading large judgment files.
    let isHashed: Void? = text.utf8.withContiguousStorageIfAvailable {
      hasher.combine(bytes: UnsafeRawBufferPointer($0))
    }
    if isHashed == nil { Array(text.utf8).withUnsafeBytes { hasher.combine(bytes: $0) } }
    hasher.combine(0xff as UInt8)
  }

  /// A name that stands in the source.
  package init(stringLiteral text: String) {
    self.init(text)
  }

  package var description: String { text }

  /// Whether there is no name.
  package var isEmpty: Bool { text.isEmpty }
}
