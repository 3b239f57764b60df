internal import Foundation

/// The JSON header of a safetensors file: what each tensor is and where its bytes lie, not yet checked against
/// the file.
struct SafetensorsHeader: Decodable {
  /// One tensor's entry as written.
  struct Entry: Decodable {
    let type: String
    let shape: [Int]
    let offsets: [Int]

    enum CodingKeys: String, CodingKey {
      case type = "dtype"
      case shape
      case offsets = "data_offsets"
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      type = try container.decode(String.self, forKey: .type)
      shape = try Self.wholeNumbers(.shape, in: container)
      offsets = try Self.wholeNumbers(.offsets, in: container)
    }

    /// Reads by way of doubles, because a number that isn't an `Int` would be reported without its place.
    private static func wholeNumbers(
      _ key: CodingKeys, in container: KeyedDecodingContainer<CodingKeys>
    ) throws -> [Int] {
      try container.decode([Double].self, forKey: key).map { number in
        guard let whole = Int(exactly: number) else {
          throw DecodingError.dataCorruptedError(
            forKey: key, in: container, debugDescription: "\(number) is not a whole number that fits")
        }
        return whole
      }
    }
  }

  private struct Name: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// The free-form strings beside the tensors; empty when the file has none.
  let metadata: [String: String]
  /// Entries by tensor name.
  let entries: [String: Entry]

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Name.self)
    let reserved = Name(stringValue: "__metadata__")
    metadata = try container.decodeIfPresent([String: String].self, forKey: reserved) ?? [:]
    var entries: [String: Entry] = [:]
    for name in container.allKeys where name.stringValue != reserved.stringValue {
      entries[name.stringValue] = try container.decode(Entry.self, forKey: name)
    }
    self.entries = entries
  }

  /// Decodes header bytes.
  /// - Throws: a sentence that names the entry where decoding stopped.
  static func decoded(from json: some Sequence<UInt8>) throws(HeaderMistake) -> SafetensorsHeader {
    do {
      return try JSONDecoder().decode(SafetensorsHeader.self, from: Data(json))
    } catch let DecodingError.keyNotFound(key, context) {
      throw HeaderMistake(reason: "\(place(context)) has no \(key.stringValue)")
    } catch let DecodingError.typeMismatch(_, context) {
      throw HeaderMistake(reason: "\(place(context)) is of the wrong type")
    } catch let DecodingError.valueNotFound(_, context) {
      throw HeaderMistake(reason: "\(place(context)) is null")
    } catch let DecodingError.dataCorrupted(context) where !context.codingPath.isEmpty {
      throw HeaderMistake(reason: "\(place(context)): \(context.debugDescription)")
    } catch {
      throw HeaderMistake(reason: "its header is not valid JSON")
    }
  }

  /// Why a header can't be decoded.
  struct HeaderMistake: Error {
    let reason: String
  }

  private static func place(_ context: DecodingError.Context) -> String {
    guard let name = context.codingPath.first else { return "its header" }
    let rest = context.codingPath.dropFirst().map(\.stringValue).joined(separator: " ")
    return name.stringValue == "__metadata__"
      ? "metadata entry \(rest)" : "tensor \(name.stringValue)" + (rest.isEmpty ? "" : ": \(rest)")
  }
}
