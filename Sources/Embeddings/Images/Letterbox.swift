internal import CKernels

/// Prepares pictures for a tower: the longer side averaged to the tower's size, centred, in the tower's units,
/// surrounded by the mean colour (`area-letterbox/1`).
package struct Letterbox: Sendable {
  /// Pixels on each side of the result.
  let size: Int
  /// The mean of each channel on the scale 0…1, red first.
  let mean: [Float]
  /// The standard deviation of each channel.
  let deviation: [Float]

  /// Makes a preparation.
  /// - Precondition: `size` is positive and there are three means and three deviations, none of them zero.
  package init(size: Int, mean: [Float], deviation: [Float]) {
    precondition(size > 0, "a letterbox of \(size) pixels")
    precondition(mean.count == 3 && deviation.count == 3, "a mean and a deviation for each of three channels")
    precondition(!deviation.contains(0), "a deviation of zero")
    self.size = size
    self.mean = mean
    self.deviation = deviation
  }

  /// The `size × size × 3` map of a picture.
  /// - Complexity: O(pixels of the picture).
  package func callAsFunction(_ picture: PixelImage) -> FeatureMap {
    let longer = max(picture.width, picture.height)
    let width = fitted(picture.width, longer: longer)
    let height = fitted(picture.height, longer: longer)
    let averaged = Self.averaged(
      picture, columns: AreaAxis(source: picture.width, target: width),
      rows: AreaAxis(source: picture.height, target: height))
    return placed(averaged, width: width, height: height)
  }

  /// The length of a side after the longer one became `size`, rounded half up, at least 1.
  private func fitted(_ side: Int, longer: Int) -> Int {
    max(1, (2 * size * side + longer) / (2 * longer))
  }

  /// Four floats (red, green, blue, unused; 0…255) for each target position, row by row.
  private static func averaged(_ picture: PixelImage, columns: AreaAxis, rows: AreaAxis) -> [Float] {
    let width = 4 * columns.count
    var narrowed = [Float](repeating: 0, count: width * picture.height)
    columns.withKernelAxis {
      assay_average_columns(picture.pixels, picture.height, picture.width, $0, &narrowed)
    }
    var averaged = [Float](repeating: 0, count: width * rows.count)
    rows.withKernelAxis { assay_average_rows(narrowed, width, $0, &averaged) }
    return averaged
  }

  private func placed(_ averaged: [Float], width: Int, height: Int) -> FeatureMap {
    var map = FeatureMap(rows: size, columns: size, channels: 3)
    let left = (size - width) / 2
    let top = (size - height) / 2
    for row in 0..<height {
      var target = map.offset(row: top + row, column: left)
      for source in stride(from: 4 * width * row, to: 4 * width * (row + 1), by: 4) {
        for channel in 0..<3 {
          map.values[target + channel] =
            (averaged[source + channel] / 255 - mean[channel]) / deviation[channel]
        }
        target += 3
      }
    }
    return map
  }
}
