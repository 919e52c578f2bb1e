"""Holds the judges to what they must refuse: a judge that passes everything is none.

usage: tests.py
"""
import contextlib
import io
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

import audit_page
import audit_reports
import browser
import yaml

import helm_overlays
import helm_values
import kubernetes_manifests
import patches
import policies
import pod_fields
import quoting
import yaml_readers

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
CHARTS = REPOSITORY / "Tests/Judges/charts"
CLUSTER = REPOSITORY / "generated/production"
TEMPLATE = "apiVersion: v1\nkind: PodTemplate\nmetadata: {name: a, namespace: b}\n"


class JudgeTests(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def write(self, path, text):
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        return str(file)

    def judge(self, module, *arguments):
        """A judge's verdict, and what it said."""
        said = io.StringIO()
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            status = module.main([str(a) for a in arguments])
        return status, said.getvalue()

    def refuses(self, module, words, *arguments):
        status, said = self.judge(module, *arguments)
        self.assertEqual(status, 1, said)
        self.assertIn(words, said)


class ReadersTests(JudgeTests):
    def test_only_pod_templates_are_manifests(self):
        file = self.write("pod-templates/a.yaml", TEMPLATE.replace("PodTemplate", "Foo"))
        self.refuses(yaml_readers, "a Foo of v1 is no PodTemplate", file)

    def test_readers_that_differ(self):
        file = self.write("pod-templates/a.yaml", TEMPLATE + "x: 1:30\n")
        self.refuses(yaml_readers, "read different values", file)

    def test_a_kustomization_builds_to_what_is_beside_it(self):
        text = "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [a.yaml]\n"
        file = self.write("pod-templates/kustomization.yaml", text)
        manifest = self.write("pod-templates/a.yaml", TEMPLATE)
        status, said = self.judge(yaml_readers, file, manifest)
        self.assertEqual(status, 0, said)
        self.assertIn("1 manifests by kubectl too, 1 kustomizations built, 0 other", said)
        self.write("pod-templates/b.yaml", TEMPLATE.replace("name: a", "name: b"))
        self.refuses(yaml_readers, "does not give the manifests", file)


class ManifestsTests(JudgeTests):
    def test_a_kind_without_a_schema_is_not_passed(self):
        file = self.write("passed.yaml", TEMPLATE.replace("PodTemplate", "Foo"))
        self.refuses(kubernetes_manifests, "foo/a is not named as passed", file)

    def test_an_unknown_field(self):
        file = self.write("a.yaml", TEMPLATE + "tempalte: {}\n")
        self.refuses(kubernetes_manifests, "podtemplate/a is not named as passed", file)


class FieldsTests(JudgeTests):
    def test_a_field_of_another_age(self):
        table = (REPOSITORY / "Sources/PodAPI/PodFieldTable.swift").read_text()
        for line, wrong, words in (
            ("   hostUsers *bool 1.25..", "   hostUsers *bool 1.26..", "1.25 PodSpec.hostUsers"),
            ("   hostUsers *bool 1.25..", "   hostUsers *string 1.25..", "1.36 PodSpec.hostUsers"),
            ("   limits {string:quantity}", "   limits {string:quantity} 1.29..", "1.28 Res"),
            ("   namespace *string 1.26..", "   namespace *string", "only the table has it"),
        ):
            self.assertIn(line, table)
            file = self.write("table.swift", table.replace(line, wrong))
            self.refuses(pod_fields, words, file)


class HelmTests(JudgeTests):
    def overlay(self, path):
        settings = {"plugins": {"k8s": {"co-pilot": {"default-input-path": path}}}}
        text = json.dumps({"configuration": {"inline": settings}})
        return self.write("flyte-binary-values.yaml", text)

    def test_an_action_that_prints_braces_stands_for_them(self):
        for path in ("/x{{`{{`}} .Release.Name }}", "/\u0600{{`{{`}}\u0301 fail 1 }}", "/{{`{{`}}{ }}"):
            status, said = self.judge(helm_overlays, CHARTS, self.overlay(path))
            self.assertEqual(status, 0, said)

    def test_any_other_action_is_refused(self):
        for path in ("/x{{ .Release.Name }}", "/\u0600{{ .Release.Name }}", "/{{`{{`}}{{ 1 }}"):
            self.refuses(helm_overlays, "default-input-path is", CHARTS, self.overlay(path))


class ValuesTests(JudgeTests):
    """A clash that no diagnostic names, and a value of the user's that is lost."""

    def case(self):
        target = self.folder / "values"
        shutil.copytree(REPOSITORY / "Tests/GoldenTests/Cases/values", target)
        return target

    def test_a_clash_that_nothing_names(self):
        for kind in ("replaced", "kept", "win-over-overlay", "external-configuration"):
            case = self.case()
            told = case / "expected/diagnostics.txt"
            told.write_text(told.read_text().replace(f"[values/{kind}]", "[values/other]"))
            self.refuses(helm_values, "nothing says so", CHARTS, case)
            shutil.rmtree(case)

    def test_a_value_that_is_lost(self):
        case = self.case()
        overlay = case / "expected/core/helm/flyte-core-values.yaml"
        tree = yaml.safe_load(overlay.read_text())
        tree["configmap"]["k8s"]["plugins"]["k8s"]["inject-finalizer"] = None
        overlay.write_text(yaml.safe_dump(tree))
        self.refuses(helm_values, "inject-finalizer", CHARTS, case)


class QuotingTests(JudgeTests):
    def test_a_text_that_came_through_otherwise(self):
        template = {"metadata": {"annotations": {"note": "e\u0301"}}, "spec": {"containers": []}}
        template["spec"]["containers"] = [{"env": [{"name": "A", "value": "e\u0301"}]}]
        self.write("pod-templates/x.yaml", json.dumps({"template": template}))
        settings = {"plugins": {"k8s": {"co-pilot": {"default-input-path": "/e\u0301"}}}}
        overlay = json.dumps({"configuration": {"inline": settings}})
        self.write("helm/flyte-binary-values.yaml", overlay)
        self.assertEqual(list(quoting.faults(self.folder, 0, "e\u0301", CHARTS)), [])
        self.assertEqual(len(list(quoting.faults(self.folder, 0, "\u00e9", CHARTS))), 2)

    def test_a_tool_that_fails(self):
        self.refuses(quoting, "", "/bin/false", CHARTS, 1, 1)


class PatchesTests(JudgeTests):
    def setUp(self):
        super().setUp()
        shutil.copytree(REPOSITORY / "config", self.folder / "config")
        self.patches = self.folder / "generated/production/patches"
        shutil.copytree(CLUSTER / "patches", self.patches)

    def test_what_is_generated_passes(self):
        self.assertEqual(self.judge(patches, self.patches)[0], 0)

    def test_a_patch_outside_the_series(self):
        (self.patches / "0009-more.patch").write_text("")
        self.refuses(patches, "but there are", self.patches)

    def test_a_series_that_lacks_a_patch(self):
        series = self.patches / "series"
        series.write_text("".join(series.read_text().splitlines(keepends=True)[:-1]))
        self.refuses(patches, "but there are", self.patches)

    def test_a_patch_that_does_not_apply(self):
        for file in self.patches.glob("0001-*.patch"):
            file.write_text(file.read_text().replace("SYS_PTRACE", "SYS_TRACE"))
        self.refuses(patches, "git am", self.patches)


class PoliciesTests(JudgeTests):
    def setUp(self):
        super().setUp()
        shutil.copytree(REPOSITORY / "Tests/Judges/policies", self.folder / "policies")
        case = REPOSITORY / "Tests/GoldenTests/Cases/policies/expected"
        shutil.copytree(case, self.folder / "expected")
        self.recorded = self.folder / "policies"

    def edit(self, path, old, new):
        file = self.folder / path
        text = file.read_text()
        self.assertIn(old, text)
        file.write_text(text.replace(old, new, 1))

    def test_what_is_recorded_passes(self):
        admission = sorted(self.folder.glob("expected/*/admission"))
        self.assertEqual(len(admission), 4)
        self.assertEqual(self.judge(policies, self.recorded, *admission)[0], 0)

    def test_cel_that_gives_another_pod_or_message(self):
        self.edit("policies/strict.jsonl", "!has(c.securityContext)", "has(c.securityContext)")
        self.refuses(policies, "mutated, expected", self.recorded)

    def test_a_message_of_another_container(self):
        self.edit("policies/restricted.jsonl", ".map(c, c.name)", ".map(c, c.image)")
        self.refuses(policies, "expected ['profile", self.recorded)

    def test_cel_that_does_not_parse(self):
        self.edit("expected/native/admission/fill-strict.yaml", "has(object.spec", "hsa((object.spec")
        self.refuses(policies, "fill-strict.yaml", self.recorded, self.folder / "expected/native/admission")

    def test_a_field_that_kubernetes_does_not_know(self):
        self.edit("expected/native/admission/fill-strict.yaml", "failurePolicy", "failrePolicy")
        self.refuses(policies, "Kubernetes 1.36", self.recorded, self.folder / "expected/native/admission")

    def test_a_field_that_kyverno_does_not_know(self):
        self.edit("expected/kyverno/admission/fill-strict.yaml", "failurePolicy", "failrePolicy")
        self.refuses(policies, "spec.failrePolicy is unknown", self.recorded, self.folder / "expected/kyverno/admission")


class AuditReportTests(JudgeTests):
    def setUp(self):
        super().setUp()
        shutil.copytree(REPOSITORY / "Tests/GoldenTests/Audits/v1.15.3/expected", self.folder / "a/expected")

    def damaged(self, words, file, old, new, count=1):
        path = self.folder / "a/expected" / file
        text = path.read_text()
        self.assertIn(old, text)
        path.write_text(text.replace(old, new, count))
        self.refuses(audit_reports, words, "docs/audit.schema.json", self.folder)

    def test_a_key_that_sarif_does_not_have(self):
        self.damaged("SARIF's schema refuses", "audit.sarif", '"ruleId"', '"ruleID"')

    def test_results_that_differ_from_the_json(self):
        self.damaged("in one format only", "audit.sarif", '"refusal": 1', '"refusal": 99', -1)

    def test_a_place_that_is_no_file(self):
        self.damaged("is no file", "audit.sarif", "templates.yaml", "templates.yml", -1)

    def test_counts_of_junit(self):
        self.damaged("not ", "audit.junit", ' skipped="', ' skipped="1')


@unittest.skipUnless(browser.program(), "no Chromium")
class AuditPageTests(JudgeTests):
    def damaged(self, words, old, new):
        source = REPOSITORY / "Tests/GoldenTests/Audits/v1.15.3/expected/audit.html"
        text = audit_page.whole(source.read_text())
        self.assertIn(old, text)
        self.write("a/expected/audit.html", text.replace(old, new))
        self.refuses(audit_page, words, self.folder)

    def test_a_page_that_asks_a_network(self):
        self.damaged("the console says", "<header>", '<img src="http://127.0.0.1:9/x.png" alt=""><header>')

    def test_a_script_that_the_policy_does_not_know(self):
        self.damaged("not every cluster is shown", '"use strict";', '"use strict"; 1;')


class MakeTests(unittest.TestCase):
    def test_nothing_is_recorded_where_ci_is_set(self):
        for words in (["record"], ["flyte-releases", "FLYTE=.", "RECORD=1"]):
            done = subprocess.run(
                ["make", *words], cwd=REPOSITORY, env={**os.environ, "CI": "true"},
                capture_output=True, text=True)
            self.assertNotEqual(done.returncode, 0, words)
            self.assertIn("CI is set", done.stdout + done.stderr)


if __name__ == "__main__":
    os.chdir(REPOSITORY)
    result = unittest.TextTestRunner(stream=io.StringIO()).run(
        unittest.defaultTestLoader.loadTestsFromModule(sys.modules["__main__"]))
    for test, trace in result.failures + result.errors:
        print(f"{test}: {' / '.join(trace.splitlines()[-3:])}", file=sys.stderr)
    bad = len(result.failures) + len(result.errors)
    print(f"judge judges: {result.testsRun - bad} passed, {bad} failed")
    sys.exit(1 if bad or not result.testsRun else 0)
