public import Diagnostics
import Reports
import Values

extension ImageList {
  /// Lists as JSON, by docs/images.schema.json.
  public static func json(_ lists: [ImageList]) -> TerminalText {
    ReportJSON.text("images", version: 1, [.init("clusters", .list(lists.map(\.value)))])
  }

  private var value: PlainValue {
    .mapping([
      .init("name", .string(cluster)), .init("flyte", .string(flyte)),
      .init("operators", .list(operators.map { .string($0) })),
      .init("images", .list(rows.map(Self.value))),
      .init("notListed", .list(missing.map { .string($0) })),
    ])
  }

  private static func value(_ row: Row) -> PlainValue {
    .mapping([
      .init("image", .string(row.image)), .init("kind", .string(row.kind.rawValue)),
      .init(
        "uses",
        .list(
          row.uses.map { use in
            .mapping([
              .init("by", .string(use.by)), .init("container", .string(use.container)),
              .init("tasks", .list(use.tasks.map { .string($0) })),
            ])
          })),
    ])
  }
}
