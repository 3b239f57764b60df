/// Elements that stay at one address as long as this is kept, for structures that point to them.
final class HeldArray<Element: BitwiseCopyable> {
  let elements: UnsafeMutableBufferPointer<Element>

  init(_ array: [Element]) {
    elements = .allocate(capacity: array.count)
    _ = elements.initialize(from: array)
  }

  deinit { elements.deallocate() }

  var pointer: UnsafePointer<Element>? { UnsafePointer(elements.baseAddress) }
  subscript(index: Int) -> Element { elements[index] }
}
