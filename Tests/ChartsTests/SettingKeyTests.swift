import Flyte
import Testing

/// The keys of `plugins.k8s` by release, counted in the sources of the tags.
@Suite struct SettingKeyTests {
  @Test(arguments: [
    ("v1.9.2", 27), ("v1.9.5", 28), ("v1.9.20", 32), ("v1.10.7", 34), ("v1.11.1-b0", 36),
    ("v1.12.0", 37), ("v1.13.1", 39), ("v1.14.0", 40), ("v1.14.1", 41), ("v1.16.8", 41),
    ("v2.0.0", 43), ("v2.0.43", 43),
  ])
  func everyKeyOfAReleaseIsKnown(name: String, count: Int) throws {
    let release = try #require(Release.named(name))
    #expect(SettingKey.settings.count { $0.isRead(by: release) } == count)
  }
}
