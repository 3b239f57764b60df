/// The type of a tensor's elements.
package enum Element: String, Hashable, Sendable, CaseIterable {
  case f16, bf16, f32, i8, i32, i64, u8

  /// OpenVINO's number of the type in `ov_element_type_e` of release 2026.4.
  var code: UInt32 {
    switch self {
    case .bf16: 2
    case .f16: 3
    case .f32: 4
    case .i8: 7
    case .i32: 9
    case .i64: 10
    case .u8: 16
    }
  }

  /// The type that has a number; `nil` for one that Assay has no use for.
  init?(code: UInt32) {
    guard let element = Self.allCases.first(where: { $0.code == code }) else { return nil }
    self = element
  }

  /// Bytes of one element.
  var byteCount: Int {
    switch self {
    case .i8, .u8: 1
    case .f16, .bf16: 2
    case .f32, .i32: 4
    case .i64: 8
    }
  }
}
