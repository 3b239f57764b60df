internal import CKernels

extension PixelImage {
  /// A part of the picture at another extent, every byte as Pillow's `Image.resize` gives it.
  ///
  /// Columns first, rounded to bytes, then rows, as up to Pillow 11 at least (13 sometimes takes the rows first); each filter antialiases by widening when the picture shrinks. Models
  /// were trained on such pictures, and plain interpolation gives visibly other vectors. Only what the part needs
  /// is computed.
  /// - Parameters:
  ///   - extent: the width and height of the whole resized picture, in pixels.
  ///   - columns: the columns of it that are wanted; not empty.
  ///   - rows: the rows of it that are wanted; not empty.
  ///   - filter: how pixels are made.
  /// - Returns: the part, `columns.count × rows.count` pixels.
  /// - Complexity: O(pixels needed + pixels made · filter width).
  package func resizedAsPillow(
    to extent: (width: Int, height: Int), columns: Range<Int>, rows: Range<Int>, filter: ResizeFilter
  ) -> PixelImage {
    if filter == .nearest { return nearest(to: extent, columns: columns, rows: rows) }
    let across = ResizeAxis(source: width, target: extent.width, window: columns, filter: filter)
    let down = ResizeAxis(source: height, target: extent.height, window: rows, filter: filter)
    let rowLength = columns.count * 3
    let narrowed = [UInt8](unsafeUninitializedCapacity: down.needed.count * rowLength) { result, count in
      pixels.withUnsafeBufferPointer { source in
        // Both are addresses inside arrays that are not empty.
        guard let source = source.baseAddress, let result = result.baseAddress else { return }
        let start = source + (down.needed.lowerBound * width + across.needed.lowerBound) * 3
        across.withKernelAxis { assay_resample_columns(start, down.needed.count, width, $0, result) }
      }
      count = down.needed.count * rowLength
    }
    let resized = [UInt8](unsafeUninitializedCapacity: rows.count * rowLength) { result, count in
      down.withKernelAxis { assay_resample_rows(narrowed, rowLength, $0, result.baseAddress) }
      count = rows.count * rowLength
    }
    return PixelImage(width: columns.count, height: rows.count, pixels: resized)
  }

  /// The whole picture at another extent, every byte as Pillow's `Image.resize` gives it.
  package func resizedAsPillow(toWidth width: Int, height: Int, filter: ResizeFilter) -> PixelImage {
    resizedAsPillow(to: (width, height), columns: 0..<width, rows: 0..<height, filter: filter)
  }

  private func nearest(
    to extent: (width: Int, height: Int), columns: Range<Int>, rows: Range<Int>
  ) -> PixelImage {
    let across = Self.nearestPositions(source: width, target: extent.width)[columns]
    let down = Self.nearestPositions(source: height, target: extent.height)[rows]
    var result: [UInt8] = []
    result.reserveCapacity(across.count * down.count * 3)
    for row in down {
      for column in across {
        let at = (row * width + column) * 3
        result.append(contentsOf: pixels[at..<at + 3])
      }
    }
    return PixelImage(width: across.count, height: down.count, pixels: result)
  }

  /// For every position of a resized side the original one; added up step by step, as Pillow does, because the
  /// rounding errors decide between neighbours.
  private static func nearestPositions(source: Int, target: Int) -> [Int] {
    let scale = Double(source) / Double(target)
    var position = scale * 0.5
    return (0..<target).map { _ in
      defer { position += scale }
      return min(source - 1, Int(position))
    }
  }
}
