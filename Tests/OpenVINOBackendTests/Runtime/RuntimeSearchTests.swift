import TestSupport
import Testing

@testable import OpenVINOBackend

@Suite struct RuntimeSearchTests {
  @Test func theVariableEndsTheSearch() {
    let places = RuntimeSearch.places(
      environment: ["ASSAY_OPENVINO": "/opt/ov", "HOME": "/home/u", "VIRTUAL_ENV": "/venv"],
      configured: ["/a"])
    #expect(places == ["/opt/ov"])
  }

  @Test func looksAtConfiguredPlacesThenTheOwnOneThenPython() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("venv/lib/python3.11")
    let places = RuntimeSearch.places(
      environment: ["ASSAY_OPENVINO": "", "HOME": "/home/u", "VIRTUAL_ENV": folder.path("venv")],
      configured: ["/a", "/b"])
    #expect(
      places == [
        "/a", "/b", "/home/u/.local/share/assay/runtime/openvino/libs",
        folder.path("venv/lib/python3.11/site-packages/openvino/libs"),
      ])
  }

  @Test func followsTheUsersDataFolder() {
    let environment = ["HOME": "/home/u", "XDG_DATA_HOME": "/data"]
    #expect(RuntimeSearch.places(environment: environment) == ["/data/assay/runtime/openvino/libs"])
    #expect(
      RuntimeSearch.remedy(environment: environment)
        == "pip install openvino==2026.4.1 --no-deps --target /data/assay/runtime")
    // A relative value is none, by the XDG specification.
    #expect(
      RuntimeSearch.places(environment: ["HOME": "/home/u", "XDG_DATA_HOME": "data"])
        == ["/home/u/.local/share/assay/runtime/openvino/libs"])
  }

  @Test func findsTheNewestLibraryInAPackageOrItsFolder() throws {
    let folder = try TemporaryFolder()
    #expect(RuntimeSearch.library(in: folder.path("openvino")) == nil)
    try folder.write("", to: "openvino/libs/libopenvino.so.2641")
    #expect(RuntimeSearch.library(in: folder.path("openvino")) == nil)
    try folder.write("", to: "openvino/libs/libopenvino_c.so.2632")
    try folder.write("", to: "openvino/libs/libopenvino_c.so.2641")
    let library = folder.path("openvino/libs/libopenvino_c.so.2641")
    for place in ["", "openvino", "openvino/libs", "openvino/libs/libopenvino_c.so.2641"] {
      #expect(RuntimeSearch.library(in: folder.path(place)) == library)
    }
  }
}
