import Foundation
import TestSupport
import Testing

@testable import assay

@Suite struct AssetLocatorTests {
  @Test func theVariableWins() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("mine/encoder")
    try folder.makeFolder("prefix/share/assay/encoder")
    let locator = AssetLocator(
      environment: ["ASSAY_ASSETS": folder.path("mine")], executable: folder.url("prefix/bin/assay"))
    #expect(try locator.locate().path == folder.path("mine"))
  }

  @Test func aWrongVariableIsAnErrorAndNotIgnored() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("prefix/share/assay/encoder")
    let locator = AssetLocator(
      environment: ["ASSAY_ASSETS": folder.path("nowhere")], executable: folder.url("prefix/bin/assay"))
    #expect(throws: CommandFailure.self) { try locator.locate() }
  }

  @Test func anInstalledProgramFindsItsShare() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("prefix/share/assay/encoder")
    let locator = AssetLocator(environment: [:], executable: folder.url("prefix/bin/assay"))
    #expect(try locator.locate().path == folder.path("prefix/share/assay"))
  }

  @Test func aCheckoutIsFoundUpward() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("checkout/Assets/encoder")
    let locator = AssetLocator(
      environment: [:], executable: folder.url("checkout/.build/x86_64/release/assay"))
    #expect(try locator.locate().path == folder.path("checkout/Assets"))
  }

  @Test func aFailureSaysWhereItLooked() throws {
    let folder = try TemporaryFolder()
    let locator = AssetLocator(environment: [:], executable: folder.url("prefix/bin/assay"))
    let failure = #expect(throws: CommandFailure.self) { try locator.locate() }
    #expect(failure?.code == .data)
    #expect(failure?.message.contains(folder.path("prefix/share/assay")) == true)
    #expect(failure?.message.contains("ASSAY_ASSETS") == true)
  }
}
