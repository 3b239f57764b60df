import Foundation

/// Sorted strings in one run of bytes, read where they lie.
///
/// Whatever the bytes hold, nothing is read out of bounds; strings that are not in order are merely not found.
struct StringTable: Sendable {
  private let bytes: SharedArray<UInt8>
  private let starts: SharedArray<UInt64>

  /// Wraps strings.
  /// - Precondition: `starts` are not empty, ascend and end within `bytes`.
  init(bytes: SharedArray<UInt8>, starts: SharedArray<UInt64>) {
    self.bytes = bytes
    self.starts = starts
  }

  /// How many strings there are.
  var count: Int { starts.count - 1 }

  /// A string; bytes that are not UTF-8 are replaced.
  subscript(index: Int) -> String {
    String(decoding: self.bytes(at: index), as: UTF8.self)
  }

  /// A string's bytes.
  func bytes(at index: Int) -> [UInt8] {
    withBytes(at: index) { Array($0) }
  }

  /// Whether a string has exactly these bytes.
  func equals(_ other: [UInt8], at index: Int) -> Bool {
    withBytes(at: index) { $0.elementsEqual(other) }
  }

  /// The position of the first string that does not come before `key`.
  /// - Complexity: O(log count).
  func lowerBound(of key: [UInt8]) -> Int {
    partition { Self.compare($0, key) < 0 }
  }

  /// The positions of the strings that begin with `prefix`.
  /// - Complexity: O(log count).
  func range(beginningWith prefix: [UInt8]) -> Range<Int> {
    let start = lowerBound(of: prefix)
    let end = partition { Self.compare(UnsafeBufferPointer(rebasing: $0.prefix(prefix.count)), prefix) <= 0 }
    return start..<max(start, end)
  }

  /// The first position whose string is not `isBefore`.
  private func partition(_ isBefore: (UnsafeBufferPointer<UInt8>) -> Bool) -> Int {
    var range = 0..<count
    while !range.isEmpty {
      let middle = (range.lowerBound + range.upperBound) / 2
      let goesOn = withBytes(at: middle, isBefore)
      range = goesOn ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return range.lowerBound
  }

  private func withBytes<Result>(at index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let range = Int(starts[index])..<Int(starts[index + 1])
    return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// Negative, 0 or positive, as `memcmp`; a string comes before all that begin with it.
  private static func compare(_ left: UnsafeBufferPointer<UInt8>, _ right: [UInt8]) -> Int {
    right.withUnsafeBufferPointer { right in
      guard let first = left.baseAddress, let second = right.baseAddress else {
        return left.count - right.count
      }
      let order = Int(memcmp(first, second, min(left.count, right.count)))
      return order != 0 ? order : left.count - right.count
    }
  }
}
