extension PixelImage {
  /// The largest extent with the proportions of `extent` inside a box, rounded to whole pixels, at least 1×1.
  /// - Parameters:
  ///   - extent: the picture's own pixels.
  ///   - box: the pixels it may fill.
  ///   - enlarging: whether a picture smaller than the box grows to touch it.
  /// - Returns: both sides in pixels.
  /// - Precondition: all four sides are positive.
  package static func extent(
    of extent: (width: Int, height: Int), fitting box: (width: Int, height: Int), enlarging: Bool
  ) -> (width: Int, height: Int) {
    precondition(extent.width > 0 && extent.height > 0 && box.width > 0 && box.height > 0)
    if !enlarging, extent.width <= box.width, extent.height <= box.height { return extent }
    if extent.width * box.height >= extent.height * box.width {
      let height = (2 * extent.height * box.width + extent.width) / (2 * extent.width)
      return (box.width, min(box.height, max(1, height)))
    }
    let width = (2 * extent.width * box.height + extent.height) / (2 * extent.height)
    return (min(box.width, max(1, width)), box.height)
  }

  /// The picture at another extent: averaged over areas where it shrinks, interpolated between pixels where it grows.
  ///
  /// Works on the values as stored. Each side is treated by itself, so proportions are the caller's business.
  /// - Precondition: both sides are positive.
  /// - Complexity: O(pixels of the picture + pixels of the result).
  package func scaled(toWidth newWidth: Int, height newHeight: Int) -> PixelImage {
    precondition(newWidth > 0 && newHeight > 0, "a picture of \(newWidth)×\(newHeight) pixels")
    if newWidth == width, newHeight == height { return self }
    let across = SampleWeights(from: width, to: newWidth)
    let down = SampleWeights(from: height, to: newHeight)
    let rowLength = newWidth * 3
    let rows = [Float](unsafeUninitializedCapacity: height * rowLength) { rows, count in
      pixels.withUnsafeBufferPointer { across.combinePixels($0, width: width, height: height, into: rows) }
      count = height * rowLength
    }
    let scaled = [UInt8](unsafeUninitializedCapacity: newHeight * rowLength) { result, count in
      rows.withUnsafeBufferPointer { down.combineRows($0, length: rowLength, into: result) }
      count = newHeight * rowLength
    }
    return PixelImage(width: newWidth, height: newHeight, pixels: scaled)
  }
}

/// For each sample of a scaled line, which samples of the original it is made of and how much of each.
private struct SampleWeights {
  private var first: [Int] = []
  private var offsets: [Int] = [0]
  private var weights: [Float] = []

  init(from source: Int, to target: Int) {
    for index in 0..<target {
      let taps = target <= source ? Self.area(index, source, target) : Self.between(index, source, target)
      first.append(taps.first)
      weights += taps.weights
      offsets.append(weights.count)
    }
  }

  /// The parts of source samples that lie under one target sample.
  private static func area(_ index: Int, _ source: Int, _ target: Int) -> (first: Int, weights: [Float]) {
    let (start, end) = (index * source, (index + 1) * source)  // in units of 1 / target
    let first = start / target
    let last = (end - 1) / target
    return (
      first,
      (first...last).map { sample in
        Float(min(end, (sample + 1) * target) - max(start, sample * target)) / Float(source)
      }
    )
  }

  /// The two source samples on either side of one target sample's centre.
  private static func between(_ index: Int, _ source: Int, _ target: Int) -> (first: Int, weights: [Float]) {
    let centre = (Float(index) + 0.5) * Float(source) / Float(target) - 0.5
    let position = max(0, min(Float(source - 1), centre))
    let first = Int(position)
    let share = position - Float(first)
    return share == 0 ? (first, [1]) : (first, [1 - share, share])
  }

  /// Combines the RGB pixels of every row.
  func combinePixels(
    _ source: UnsafeBufferPointer<UInt8>, width: Int, height: Int,
    into result: UnsafeMutableBufferPointer<Float>
  ) {
    // Buffers, because the inner loop is too short to pay for an array's bookkeeping.
    weights.withUnsafeBufferPointer { weights in
      offsets.withUnsafeBufferPointer { offsets in
        var to = 0
        for row in 0..<height {
          for index in first.indices {
            var at = (row * width + first[index]) * 3
            var (red, green, blue): (Float, Float, Float) = (0, 0, 0)
            for tap in offsets[index]..<offsets[index + 1] {
              let weight = weights[tap]
              red += weight * Float(source[at])
              green += weight * Float(source[at + 1])
              blue += weight * Float(source[at + 2])
              at += 3
            }
            result[to] = red
            result[to + 1] = green
            result[to + 2] = blue
            to += 3
          }
        }
      }
    }
  }

  /// Combines whole rows and rounds.
  func combineRows(
    _ source: UnsafeBufferPointer<Float>, length: Int, into result: UnsafeMutableBufferPointer<UInt8>
  ) {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: length) { sums in
      for index in first.indices {
        sums.initialize(repeating: 0.5)
        for (row, weight) in zip(first[index]..., weights[offsets[index]..<offsets[index + 1]]) {
          let line = UnsafeBufferPointer(rebasing: source[(row * length)..<((row + 1) * length)])
          for at in 0..<length { sums[at] += weight * line[at] }
        }
        for at in 0..<length { result[index * length + at] = UInt8(max(0, min(255, sums[at]))) }
      }
    }
  }
}
