/// Tables and vectors in FlatBuffers' layout, every step checked against the end of the bytes.
///
/// Source: <https://flatbuffers.dev/internals/>.
struct FlatBuffer {
  /// Something points outside of the bytes.
  struct Mistake: Error {}

  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  func root() throws(Mistake) -> Table { Table(buffer: self, start: try target(of: 0)) }

  /// A number at a place.
  fileprivate func number<Number: BitwiseCopyable>(
    _ type: Number.Type, at place: Int
  ) throws(Mistake) -> Number {
    guard place >= 0, place <= bytes.count - MemoryLayout<Number>.size else { throw Mistake() }
    return bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place, as: type) }
  }

  /// The place that an offset at `place` points to.
  fileprivate func target(of place: Int) throws(Mistake) -> Int {
    place + Int(try number(UInt32.self, at: place))
  }

  /// A table: fields by their number.
  struct Table {
    fileprivate let buffer: FlatBuffer
    fileprivate let start: Int

    func table(_ field: Int) throws(Mistake) -> Table? {
      guard let place = try place(field) else { return nil }
      return Table(buffer: buffer, start: try buffer.target(of: place))
    }

    func vector(_ field: Int) throws(Mistake) -> Vector? {
      guard let place = try place(field) else { return nil }
      return Vector(buffer: buffer, start: try buffer.target(of: place))
    }

    func text(_ field: Int) throws(Mistake) -> String? {
      guard let letters = try vector(field)?.numbers(UInt8.self) else { return nil }
      return String(decoding: letters, as: UTF8.self)
    }

    /// Where a field lies; `nil` when it is left out.
    private func place(_ field: Int) throws(Mistake) -> Int? {
      let layout = start - Int(try buffer.number(Int32.self, at: start))
      let entry = 4 + 2 * field
      guard entry < Int(try buffer.number(UInt16.self, at: layout)) else { return nil }
      let offset = Int(try buffer.number(UInt16.self, at: layout + entry))
      return offset == 0 ? nil : start + offset
    }
  }

  /// A vector: a count and that many elements.
  struct Vector {
    fileprivate let buffer: FlatBuffer
    fileprivate let start: Int

    func numbers<Number: BitwiseCopyable>(_ type: Number.Type) throws(Mistake) -> [Number] {
      let size = MemoryLayout<Number>.size
      var numbers: [Number] = []
      for index in 0..<(try count(of: size)) {
        numbers.append(try buffer.number(type, at: start + 4 + index * size))
      }
      return numbers
    }

    func tables() throws(Mistake) -> [Table] {
      var tables: [Table] = []
      for index in 0..<(try count(of: 4)) {
        tables.append(Table(buffer: buffer, start: try buffer.target(of: start + 4 + index * 4)))
      }
      return tables
    }

    /// How many elements there are, all of them inside the bytes.
    private func count(of size: Int) throws(Mistake) -> Int {
      let count = Int(try buffer.number(UInt32.self, at: start))
      guard start + 4 + count * size <= buffer.bytes.count else { throw Mistake() }
      return count
    }
  }
}
