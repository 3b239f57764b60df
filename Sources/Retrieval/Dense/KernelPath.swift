internal import CKernels

/// Which of the vector kernels this machine runs.
package enum KernelPath {
  /// The name of the fastest path that the processor can take, such as `AVX-512` or `plain C`.
  package static var name: String { String(cString: assay_best_path().pointee.name) }
}
