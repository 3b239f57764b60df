internal import Storage

/// A matrix of float32 in NumPy's format 1.0, row-major, written row by row.
struct NumPyFile {
  private let file: OutputFile
  private let rows: Int
  private let columns: Int
  private var written = 0

  /// Starts the file of a matrix.
  init(_ path: String, rows: Int, columns: Int) throws(StorageError) {
    self.rows = rows
    self.columns = columns
    file = try OutputFile(path)
    try file.write(Self.header(rows: rows, columns: columns))
  }

  /// Adds the next row.
  /// - Precondition: it has as many components as there are columns.
  mutating func append(_ row: some Collection<Float>) throws(StorageError) {
    precondition(row.count == columns, "a row of \(row.count) in a matrix of \(columns) columns")
    try file.write(row)
    written += 1
  }

  /// Completes the file.
  /// - Precondition: every row has been added.
  func finish() throws(StorageError) {
    precondition(written == rows, "\(written) rows of \(rows)")
    try file.finish()
  }

  /// Magic, version 1.0, and a Python dictionary padded with blanks so that the data begin on a multiple of 64.
  ///
  /// Source: NumPy enhancement proposal 1.
  static func header(rows: Int, columns: Int) -> [UInt8] {
    let description = "{'descr': '<f4', 'fortran_order': False, 'shape': (\(rows), \(columns)), }"
    let prefix = 10
    let length = (prefix + description.utf8.count + 1 + 63) / 64 * 64 - prefix
    let padding = String(repeating: " ", count: length - description.utf8.count - 1)
    return [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(length & 0xff), UInt8(length >> 8)]
      + Array((description + padding + "\n").utf8)
  }
}
