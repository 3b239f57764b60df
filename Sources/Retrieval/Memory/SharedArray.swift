/// Immutable numbers in memory that stays where it is: the elements of an array, or a mapped part of a file.
///
/// Indexes read their vectors and postings through this type, so that they neither know nor care whether the
/// elements were built in memory or lie in a file whose pages the system loads on first touch. Any number of threads
/// may read it. Copies share the memory, which lives as long as the last of them.
package struct SharedArray<Element: BitwiseCopyable & Sendable>: RandomAccessCollection, Sendable {
  // Nobody writes to the memory after the initialiser, and the owner keeps it alive.
  nonisolated(unsafe) private let elements: UnsafeBufferPointer<Element>
  private let owner: any AnyObject & Sendable

  /// Shares memory that somebody else keeps.
  ///
  /// - Parameters:
  ///   - elements: The memory; it is not written to and not released as long as `owner` lives.
  ///   - owner: Whoever releases the memory when it is let go of.
  package init(_ elements: UnsafeBufferPointer<Element>, owner: any AnyObject & Sendable) {
    self.elements = elements
    self.owner = owner
  }

  /// Copies the elements of an array.
  /// - Complexity: O(n).
  package init(_ array: [Element]) {
    self.init(count: array.count) { memory in
      _ = memory.initialize(from: array)
    }
  }

  /// Allocates memory and fills it, aligned to a cache line, so that kernels may load whole vectors from its start.
  ///
  /// - Parameters:
  ///   - count: How many elements there are.
  ///   - fill: Initialises every element.
  package init(count: Int, fill: (UnsafeMutableBufferPointer<Element>) throws -> Void) rethrows {
    let block = MemoryBlock(bytes: Swift.max(1, count) * MemoryLayout<Element>.stride)
    let start = block.start.bindMemory(to: Element.self, capacity: Swift.max(1, count))
    try fill(UnsafeMutableBufferPointer(start: start, count: count))
    self.init(UnsafeBufferPointer(start: start, count: count), owner: block)
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { elements.count }

  /// The element at a position.
  /// - Precondition: `position` is within the bounds, in release builds too: what an index holds may come from a
  ///   damaged file.
  package subscript(position: Int) -> Element {
    precondition(indices.contains(position), "element \(position) of \(count)")
    return elements[position]
  }

  /// A part of the elements, in the same memory.
  /// - Precondition: `range` is within the bounds.
  package func part(_ range: Range<Int>) -> SharedArray {
    precondition(
      range.lowerBound >= 0 && range.upperBound <= count, "elements \(range) of \(count)")
    return SharedArray(UnsafeBufferPointer(rebasing: elements[range]), owner: owner)
  }

  /// Lets the standard library copy, search and compare the memory as a whole instead of element by element.
  package func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<Element>) throws -> Result
  ) rethrows -> Result? {
    try body(elements)
  }

  /// Calls `body` with the memory, for kernels and loops that check their bounds once.
  package func withUnsafeBufferPointer<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<Element>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(elements)
  }
}

extension SharedArray where Element == UInt8 {
  /// The numbers that lie at an offset, as a view of the same memory.
  ///
  /// - Returns: `nil` when they reach beyond the end or are not aligned in memory.
  package func view<Number: FixedWidthInteger & BitwiseCopyable & Sendable>(
    of type: Number.Type, at offset: Int, count: Int
  ) -> SharedArray<Number>? {
    let stride = MemoryLayout<Number>.stride
    guard offset >= 0, count >= 0, offset <= self.count, count <= (self.count - offset) / stride else {
      return nil
    }
    let bytes = UnsafeRawBufferPointer(elements)[offset..<offset + count * stride]
    let region = UnsafeRawBufferPointer(rebasing: bytes)
    guard let base = region.baseAddress else { return SharedArray<Number>([]) }
    guard UInt(bitPattern: base).isMultiple(of: UInt(stride)) else { return nil }
    return SharedArray<Number>(region.bindMemory(to: Number.self), owner: owner)
  }
}

/// Memory that is released with the last reference to it.
private final class MemoryBlock: Sendable {
  // Written only before the first array that shares it is returned.
  nonisolated(unsafe) let start: UnsafeMutableRawPointer

  init(bytes: Int) {
    start = .allocate(byteCount: bytes, alignment: 64)
  }

  deinit { start.deallocate() }
}
