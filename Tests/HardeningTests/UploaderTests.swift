import Flyte
import PodAPI
import Testing
import Values

@testable import Hardening

@Suite struct UploaderTests {
  /// No chart may be warned of for its own image.
  @Test func theImagesThatChartsNameFitTheirFlyte() {
    for release in Release.all {
      let isNative = release.behaviors.uploader == .initContainer
      for source in ChartSource.allCases {
        for chart in release.charts {
          let defaults = release.defaults(ofChart: chart, from: source, version: release.name)
          let image = defaults?.settings["co-pilot"]?["image"]?.string ?? ""
          #expect(
            UploaderCheck.isNative(image) ?? isNative == isNative, "\(release.name): \(image)")
        }
      }
    }
  }

  @Test(arguments: [
    ("r/c:v1.15.3", false), ("r/c:1.15.1", false), ("r/c:v0.0.15", false), ("r:5/c:v1.16.0", true),
    ("c:v1.16.0-b2", false), ("c:v1.16.0-b3", true), ("c:v2.0.43", true), ("c:v2.9.0", true),
  ])
  func aReleaseTellsItsSide(image: String, isNative: Bool) {
    #expect(UploaderCheck.isNative(image) == isNative)
  }

  @Test(arguments: [
    "c", "r:5/c", "c:latest", "c:v1.16.8-ours", "c:v1.16", "c:v1.16.0.1", "c:v1.x.0",
    "c:v1.16.99999999999999999999", "c:v1.15.3@sha256:0123",
  ])
  func anyOtherTagTellsNothing(image: String) { #expect(UploaderCheck.isNative(image) == nil) }
}
