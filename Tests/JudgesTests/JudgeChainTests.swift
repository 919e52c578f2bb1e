import APIServer
import Judges
import PodAPI
import PodSecurity
import Testing

/// The order of the judges.
@Suite struct JudgeChainTests {
  private let server = SamplePod.server
  private let limits = LimitRanger(
    [LimitRange(name: "l", items: [LimitItem(.pod, max: .amounts(["cpu": "1"]))])],
    on: SamplePod.server.release)
  private let security = PodSecurityJudge(level: .restricted, version: .latest, server: 36)
  private let quota = QuotaJudge(
    [ResourceQuota(name: "q", hard: .amounts(["pods": "0"]))], on: SamplePod.server.release)

  private func words(_ judges: [any Judge], _ pod: SubmittedPod) -> [String?] {
    JudgeChain(server: server, judges: judges).outcomes(of: pod).map(\.words)
  }

  @Test func theFirstThatRefusesAnswersAlone() throws {
    let pod = try SamplePod.container()
    let all: [any Judge] = [limits, security, quota]
    #expect(words(all, pod) == ["maximum cpu usage per Pod is 1.  No limit is specified"])
    let first = words(Array(all.dropFirst()), pod)
    #expect(
      first.count == 1 && first[0]?.hasPrefix("violates PodSecurity \"restricted:latest\":") == true
    )
    #expect(
      words([quota], pod) == ["exceeded quota: q, requested: pods=1, used: pods=0, limited: pods=0"]
    )
    #expect(words([], pod) == [nil])
  }

  @Test func theServersRulesGoBeforeAnyCheck() throws {
    let pod = try SamplePod.container(#""requests": {"cpu": "2"}, "limits": {"cpu": "1"}"#)
    let outcome = JudgeChain(server: server, judges: [limits, security, quota]).outcomes(of: pod)
    guard case .refused(.server(let refused), _)? = outcome.first else {
      Issue.record("not the server's refusal")
      return
    }
    #expect(outcome.count == 1 && refused.code == 422)
  }

  @Test func thePluginsOfEveryServerAreJudgesToo() throws {
    let server = Server(ServerRelease(minor: 36))
    let pod = try SamplePod.container(more: #", "priorityClassName": "none""#)
    let outcomes = JudgeChain(server: server, judges: [ServerPlugins(server)]).outcomes(of: pod)
    #expect(
      outcomes.count == 1 && outcomes[0].words?.contains("there is no priority class") == true)
    let overhead = try SamplePod.container(more: #", "overhead": {"cpu": "1"}"#)
    let last = JudgeChain(server: server, judges: [ServerPlugins(server)]).outcomes(of: overhead)
    #expect(last.first?.words?.contains("overhead") == true)
  }
}
