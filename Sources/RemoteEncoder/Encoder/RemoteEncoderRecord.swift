internal import Embeddings
internal import Foundation
package import JSON
internal import Relevance

/// What is kept of an encoder on a server: how it is asked, and how it answered when it was added.
package struct RemoteEncoderRecord: Hashable, Sendable {
  private static let format = 1

  /// How it is asked.
  package let settings: RemoteEncoderSettings
  /// The vector of a fixed text, as the server gave it: a model that was swapped behind the address gives another one.
  package let probe: [Float]

  /// The components that the server gives.
  package var servedDimensions: Int { probe.count }

  /// The components that are kept of each vector.
  package var dimensions: Int { settings.dimensions ?? probe.count }

  /// The lengths that vectors may be cut to, ascending; the last is the full length.
  package var stops: [Int] {
    Set(settings.truncations.filter { $0 < dimensions }).sorted() + [dimensions]
  }

  init(settings: RemoteEncoderSettings, probe: [Float]) {
    self.settings = settings
    self.probe = probe
  }

  /// Whether `other` answered as this one did, so that either may stand for both.
  package func isSameModel(as other: RemoteEncoderRecord) -> Bool {
    determinants == other.determinants && RemoteProbe.isSame(probe, other.probe)
  }

  /// SHA-256 in lower-case hex of everything that determines the vectors: model, prompts, the way of asking, the cut,
  /// and the probe's answer; not the address, which may change while the model stays.
  package var fingerprint: String {
    SHA256.hexDigest(of: (determinants.text + VectorReader.base64(probe)).utf8)
  }

  private var determinants: JSONValue {
    var settings = settings
    settings.truncations = []
    let decisive = ["kind", "model", "pictures", "prompts", "cuts_long_texts", "picture_pixels"]
    guard case .object(let members) = settings.json else { return .null }
    var determinants = members.filter { decisive.contains($0.name) }
    determinants.append(JSONValue.Member(name: "dimensions", value: .number(String(dimensions))))
    // Vectors of items that were made of text and picture apart are others.
    if settings.fusion == .early {
      determinants.append(JSONValue.Member(name: "fusion", value: .string(settings.fusion.rawValue)))
    }
    return .object(determinants)
  }

  /// The record for a file; holds no key.
  package var json: JSONValue {
    .make([
      ("format", .whole(Self.format)), ("settings", settings.json),
      ("probe", .string(VectorReader.base64(probe))),
    ])
  }

  /// Reads a record.
  /// - Throws: `RemoteSettingsError` that names what is wrong.
  package init(json: JSONValue) throws(RemoteSettingsError) {
    guard json["format"]?.int == Self.format else {
      throw RemoteSettingsError(
        setting: "format", reason: "this program reads \(Self.format); add the model again")
    }
    let probe: [Float]
    do throws(ReplyFault) {
      probe = try VectorReader.components(json["probe"] ?? .null)
    } catch {
      throw RemoteSettingsError(setting: "probe", reason: "\(error.reason); add the model again")
    }
    let settings = try RemoteEncoderSettings(json: json["settings"] ?? .null)
    guard settings.dimensions ?? 1 <= probe.count else {
      throw RemoteSettingsError(
        setting: "dimensions", reason: "\(settings.dimensions ?? 0) of \(probe.count) that the server gives")
    }
    self.init(settings: settings, probe: probe)
  }
}
