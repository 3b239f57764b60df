import CKernels
import Testing

/// One set of kernel bodies that this machine can run.
struct KernelPath: CustomTestStringConvertible, Sendable {
  private let index: Int

  /// All that this machine can run, the plain one first.
  static var all: [KernelPath] { available.indices.map(KernelPath.init) }

  /// The functions.
  var bodies: assay_path { Self.available[index] }

  var testDescription: String { String(cString: bodies.name) }

  private static var available: [assay_path] {
    var paths = [UnsafePointer<assay_path>?](repeating: nil, count: Int(ASSAY_MOST_PATHS))
    let count = assay_paths(&paths)
    return paths.prefix(count).compactMap { $0?.pointee }
  }
}
