import Embeddings
import Foundation
import Testing

@testable import OpenVINOBackend

/// The OpenVINO that tests run with: `$ASSAY_OPENVINO`, else where the program itself would find it.
enum TestRuntime {
  static let absence: Comment =
    "needs OpenVINO 2026.4: install it where `RuntimeSearch` looks, or name its folder in $ASSAY_OPENVINO"

  /// Where it is, or `nil` when there is none.
  static let place: String? = RuntimeSearch.places(environment: ProcessInfo.processInfo.environment).first {
    RuntimeSearch.library(in: $0) != nil
  }

  private static let opened = Result { () throws(EncoderError) in
    try OpenVINORuntime.open(searching: place.map { [$0] } ?? [])
  }

  /// The runtime, loaded once for all tests.
  static func open() throws -> OpenVINORuntime { try opened.get() }
}
