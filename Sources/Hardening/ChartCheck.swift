import Deployments
import Diagnostics
import Flyte
import Model
import Values

/// Checks what a cluster's chart makes of its settings and its image.
struct ChartCheck {
  let cluster: Cluster

  private var flyte: FlyteInstallation { cluster.flyte }

  func run(into diagnostics: inout DiagnosticList) {
    guard let chart = cluster.chart else {
      withoutChart(into: &diagnostics)
      return
    }
    if let image = flyte.deployed?.image {
      deployed(image, chart.value, into: &diagnostics)
    } else {
      pinned(chart, into: &diagnostics)
    }
  }

  private func withoutChart(into diagnostics: inout DiagnosticList) {
    let version = flyte.version
    if flyte.release.charts.isEmpty {
      diagnostics.note(
        .noChart, "\(flyte.release.name) has no chart, so no overlay is written",
        at: version.origin.span, hint: "apply the 'settings' of 'setup.yaml' yourself")
    } else {
      diagnostics.warning(
        .noChart, "'chart' is missing, so no overlay is written",
        at: cluster.name.origin.span,
        hint:
          "add 'chart: \(flyte.release.charts.last ?? "")', or apply the 'settings' of 'setup.yaml' yourself"
      )
    }
  }

  private func deployed(
    _ image: Located<String>, _ chart: String, into diagnostics: inout DiagnosticList
  ) {
    let reference = ImageReference(image.value)
    if chart != "flyte-binary", let fault = reference.labelFault {
      diagnostics.error(
        .imageUnfit, "the chart \(chart) cannot run '\(image.value)': \(fault)",
        at: image.origin.span,
        hint:
          "use a tag such as '\(flyte.version.value)-1'; this chart writes the tag into a label"
      )
    } else if reference.tag == nil {
      diagnostics.warning(
        .imageNotPinned, "'\(image.value)' has no tag, so the chart \(chart) runs 'latest'",
        at: image.origin.span, hint: "add the tag that runs")
    }
  }

  /// The image that a chart runs when nobody says another.
  private func pinned(_ chart: Located<String>, into diagnostics: inout DiagnosticList) {
    let version = flyte.version.value
    if let tag = cluster.values.flyteTag {
      guard tag.value != version, "v" + tag.value != version else { return }
      diagnostics.warning(
        .imageNotPinned, "your values run Flyte \(tag.value), not \(version)", at: tag.origin.span,
        notes: [Diagnostic.Note("the version is set here", at: flyte.version.origin.span)],
        hint: "correct the tag, or the version of the config")
      return
    }
    // v1.15.1 is tagged without the 'v' in its source tree.
    guard let defaults = cluster.chartDefaults, let tag = defaults.flyteTag, tag != version,
      "v" + tag != version
    else { return }
    let isUnpublished = cluster.chartSource == .published
    let subject =
      isUnpublished
      ? "\(flyte.release.name) has no published chart, and the chart of its sources"
      : "the chart \(chart.value) in the sources of \(version)"
    let image =
      tag == "latest" ? "the image tag 'latest', not \(version)" : "Flyte \(tag)"
    diagnostics.warning(
      .imageNotPinned, "\(subject) runs \(image)",
      at: chart.origin.span ?? flyte.version.origin.span,
      hint: "add 'deployed: { image: … }' with the image that runs"
        + (isUnpublished ? "" : ", or remove 'from: source' if you use a published chart"))
  }
}
